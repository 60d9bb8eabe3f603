import type { Page, Request } from 'playwright-core';

interface RecordedEvent {
    readonly type: string;
    readonly session: string | null;
    readonly customerId: number | null;
    readonly productId: number | null;
    readonly term: string | null;
    readonly recommendationId: string | null;
}

type Query = <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;

/** What the shop keeps of shoppers' behaviour from now on, as it stands in the database. */
export async function watchEvents(query: Query) {
    const newest = async () =>
        (await query<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM efi_behaviour_event'))[0]?.id ??
        '0';
    const counted = async () =>
        Number(
            (
                await query<{ count: string }>(
                    `SELECT coalesce(sum(count), 0) AS count FROM efi_behaviour_count
                      WHERE type = 'added-to-cart' AND NOT consented`,
                )
            )[0]?.count,
        );
    const since = await newest();
    const countedBefore = await counted();
    const events = () =>
        query<RecordedEvent>(
            `SELECT type, session, "customerId", "productId", term, "recommendationId"
               FROM efi_behaviour_event WHERE id > $1 ORDER BY id`,
            [since],
        );
    return {
        events,
        /** Waits until there is an event of each kind. They are written a moment later. */
        until: async (...types: readonly string[]) =>
            eventually(
                async () => {
                    const found = await events();
                    return types.every(type => found.some(event => event.type === type)) ? found : undefined;
                },
                `events ${types.join(', ')}`,
            ),
        /** Waits until a cart was counted without consent, and so until all from before it is written. */
        untilCounted: () =>
            eventually(
                async () => ((await counted()) > countedBefore ? true : undefined),
                'a cart in the counts',
            ),
    };
}

/** The messages about behaviour that a page sends to the shop. */
export function messagesOf(page: Page): Request[] {
    const messages: Request[] = [];
    page.on('request', request => {
        if (new URL(request.url()).pathname.endsWith('/behaviour')) {
            messages.push(request);
        }
    });
    return messages;
}

/** Asks again and again, for at most 20 s, until there is an answer. */
export async function eventually<Answer>(
    ask: () => Promise<Answer | undefined>,
    what: string,
): Promise<Answer> {
    for (let attempt = 0; attempt < 100; attempt++) {
        const answer = await ask();
        if (answer !== undefined) {
            return answer;
        }
        await new Promise(resolve => setTimeout(resolve, 200));
    }
    throw new Error(`Within 20 s there was no sign of ${what}`);
}
