import type { Page } from 'playwright-core';

/** Gives the page a device of Chromium's own that keeps passkeys and says that its owner is there. */
export async function addAuthenticator(page: Page): Promise<{ readonly refuse: () => Promise<void> }> {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('WebAuthn.enable');
    const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
        options: {
            protocol: 'ctap2',
            transport: 'internal',
            hasResidentKey: true,
            hasUserVerification: true,
            isUserVerified: true,
            automaticPresenceSimulation: true,
        },
    });
    return {
        /** From now on the owner is not recognised. */
        refuse: async () => {
            await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
        },
    };
}
