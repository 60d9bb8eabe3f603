import { rmSync, writeFileSync } from 'node:fs';

/** Has the Shop API not answer the storefront, while its pages and everything else are there as always. */
export async function whileShopApiIsAway(act: () => Promise<void>): Promise<void> {
    const file = process.env.EFI_SHOP_API_AWAY;
    if (!file) {
        throw new Error('EFI_SHOP_API_AWAY is not set: this test needs the shop that the journeys start.');
    }
    writeFileSync(file, '');
    try {
        await act();
    } finally {
        rmSync(file);
    }
}
