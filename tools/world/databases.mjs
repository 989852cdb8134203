/**
 * One database and one role per service: a role owns its own database and may connect to no other.
 * Safe to repeat; passwords are set again each time.
 * @param {string} adminUrl a superuser's connection
 * @param {Record<string, string>} passwords by service name, which is the name of role and database
 */
export async function createDatabases(adminUrl, passwords) {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: adminUrl, application_name: 'tessera start' });
  await admin.connect();
  try {
    const names = async (/** @type {string} */ sql) =>
      new Set((await admin.query(sql)).rows.map((row) => row.name));
    const roles = await names('select rolname as name from pg_roles');
    const databases = await names('select datname as name from pg_database');
    for (const database of ['postgres', 'template1'])
      await admin.query(`revoke connect on database ${database} from public`);
    for (const [service, password] of Object.entries(passwords)) {
      const name = admin.escapeIdentifier(service);
      if (!roles.has(service))
        await admin.query(`create role ${name} nosuperuser nocreatedb nocreaterole login`);
      await admin.query(`alter role ${name} password ${admin.escapeLiteral(password)}`);
      if (!databases.has(service)) await admin.query(`create database ${name} owner ${name}`);
      await admin.query(`revoke all on database ${name} from public`);
      await admin.query(`grant connect on database ${name} to ${name}`);
    }
  } finally {
    await admin.end();
  }
}
