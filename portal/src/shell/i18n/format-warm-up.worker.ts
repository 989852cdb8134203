// What the first formatter of a process has to read it leaves to all who come later, in whatever thread.
new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
self.close();
