-- One database and one role a service; a role may connect to its own database alone.
-- Passwords are variables of psql (-v identity=…), so that this file holds none.
create role identity login password :'identity';
create role licensing login password :'licensing';
create role support login password :'support';
create role devices login password :'devices';
create role notifications login password :'notifications';
create database identity owner identity;
create database licensing owner licensing;
create database support owner support;
create database devices owner devices;
create database notifications owner notifications;
revoke all on database postgres, template1, identity, licensing, support, devices, notifications from public;
