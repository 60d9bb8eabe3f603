/**
 * Address of a real service that `npm run test:services` has started.
 *
 * @param database - For Redis: which of its numbered databases, so that test files keep out of each other's way.
 * @throws Error when the tests were started in another way.
 */
export function requireService(name: 'REDIS_URL', database: number): string {
    const url = process.env[`EFI_TEST_${name}`];
    if (!url) {
        throw new Error(
            `EFI_TEST_${name} is not set. Run \`npm run test:services\`, which starts the services.`,
        );
    }
    return `${url}/${database}`;
}
