const good = `-----BEGIN CERTIFICATE REQUEST-----
MIHkMIGKAgEAMCgxEjAQBgNVBAMMCUFjbWUgcHVzaDESMBAGA1UECgwJQWNtZSBH
bWJIMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2ZLkjKi3jU8cJi7N6tLwa/kV
xPd+VrOxVFyTPQxNH68iBVfOnWJYZTBaO1xvsXpO2ZIYC5djVfAMQKTDCrJxK6AA
MAoGCCqGSM49BAMCA0kAMEYCIQDQt5laVZUWc47ChFEi6GnKyTQIgTTN19Dcv63y
lnFvxQIhAIm0qcsCSz0b3vEs33Jw1g1rgEJifbAqoC4klaiuHX0n
-----END CERTIFICATE REQUEST-----`;

/** A certificate request made with OpenSSL for a P-256 key, and the same with another name under the old signature. */
export const csr = { good, changed: good.replace('CUFjbWUg', 'CUFjbWVg') };
