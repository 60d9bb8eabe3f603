import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Request } from 'playwright-core';
import { expect, it } from 'vitest';
import { serverUrl, shopUrl, useBrowser } from './support/browser';
import { cardNumbersIn } from './support/card-numbers';
import { confirmedOrder, freshEmail, reachPayment } from './support/shopping';
import { bookedFor, enterCardAtTestBank, testCards } from './support/test-bank';

const browser = useBrowser();

/** The address, the headers and the body of a request, as one text. */
function wholeText(request: Request): string {
    const body = request.postDataBuffer()?.toString('utf8') ?? '';
    return [request.url(), JSON.stringify(request.headers()), body].join('\n');
}

function settingOfRun(name: string): string {
    const value = process.env[name];
    if (!value) {
        throw new Error(`${name} is not set: this test needs the shop that the journeys start themselves.`);
    }
    return value;
}

/** Files below a folder that hold the text. Those that vanish meanwhile hold nothing. */
async function filesWith(text: string, folder: string): Promise<string[]> {
    const found: string[] = [];
    for (const name of await readdir(folder, { recursive: true })) {
        const file = path.join(folder, name);
        try {
            if ((await stat(file)).isFile() && (await readFile(file)).includes(text)) {
                found.push(name);
            }
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
                throw error;
            }
        }
    }
    return found;
}

it('finds card numbers as people and forms write them, and takes nothing else for one', () => {
    expect(cardNumbersIn('number=4242+4242+4242+4242&code=737')).toEqual([testCards.accepted]);
    expect(cardNumbersIn('{"a":"5555-5555-5555-4444"} 378282246310005')).toEqual([
        '5555555555554444',
        '378282246310005',
    ]);
    expect(cardNumbersIn('a%3D4242%204242%2042424242%26b')).toEqual([testCards.accepted]);
    const others =
        '4242424242424241 1732339200000 64242424242424242424 0.4242424242424242 f4242424242424242e 55028048-3570-4427-a0c1-1b0d5e6f7a8b';
    expect(cardNumbersIn(others)).toEqual([]);
});

it('a card number that is typed on the provider’s page never reaches the platform', async () => {
    const shopApiLog = settingOfRun('EFI_SHOP_API_LOG');
    const email = freshEmail('card-data');
    const page = await browser.newPage();
    const platform = [new URL(shopUrl).origin, new URL(serverUrl).origin];
    const toPlatform: string[] = [];
    const elsewhere: string[] = [];
    page.context().on('request', request => {
        const { origin } = new URL(request.url());
        (platform.includes(origin) ? toPlatform : elsewhere).push(wholeText(request));
    });

    await reachPayment(page, email);
    await enterCardAtTestBank(page, testCards.accepted);
    const code = await confirmedOrder(page);
    expect(await bookedFor(code)).toHaveLength(1);

    // The provider got the number, so what was recorded is what was typed …
    expect(new Set(elsewhere.flatMap(cardNumbersIn))).toEqual(new Set([testCards.accepted]));
    // … and the platform got the rest.
    const fromStorefront = readFileSync(shopApiLog, 'utf8');
    expect(toPlatform.join('\n')).toContain(email);
    expect(fromStorefront).toContain(email);
    expect([...toPlatform, fromStorefront].flatMap(cardNumbersIn)).toEqual([]);
    // Neither database, mails, logs nor the provider's own books keep it.
    const dataDir = settingOfRun('EFI_DATA_DIR');
    expect(await filesWith(code, dataDir)).not.toEqual([]);
    expect(await filesWith(testCards.accepted, dataDir)).toEqual([]);
});
