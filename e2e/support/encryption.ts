/** Settings with which the application encrypts personal data when `EFI_TEST_ENCRYPTION=on` asks for it; else none. */
export function encryptionOfTests(): Readonly<Record<string, string>> {
    return process.env.EFI_TEST_ENCRYPTION === 'on'
        ? {
              ENCRYPTION: 'environment',
              ENCRYPTION_MASTER_KEYS: `test:${Buffer.alloc(32, 5).toString('base64')}`,
          }
        : {};
}
