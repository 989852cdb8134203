/** Accounts of the test server: each Jest worker has its own subjects and streams, as if alone on the bus. */
const ACCOUNTS = 16;

/** @param {number} port @param {string} storeDir */
export function testNatsConfig(port, storeDir) {
  const accounts = Array.from(
    { length: ACCOUNTS },
    (_, i) => `  T${i + 1} { jetstream: enabled, users: [ { user: t${i + 1}, password: test } ] }`,
  );
  return `host: 127.0.0.1
port: ${port}
server_name: tessera-test
max_payload: 1048576
jetstream { store_dir: "${storeDir}", max_memory_store: 268435456, max_file_store: 17179869184 }
accounts {
${accounts.join('\n')}
}
`;
}
