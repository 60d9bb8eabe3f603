import 'server-only';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { marketCodes } from '@/lib/market/market';
import { cookieOptions } from '@/lib/vendure/session';
import { holdsJust } from './pieces';

const cookie = 'efi_brought';

/** Browsers keep no cookie that is longer. */
const LONGEST = 3_500;

const id = z.string().regex(/^[\w-]{1,64}$/);
const count = z.number().int().min(0).max(100_000);

const broughtBag = z.object({
    from: z.enum(marketCodes),
    to: z.enum(marketCodes),
    items: z.array(z.object({ variantId: id, productId: id, quantity: count, added: count })),
    coupons: z.array(z.string().max(100)),
});

/** A cart that came along to another market: what it had there, and how many pieces of each came. */
export type BroughtBag = z.infer<typeof broughtBag>;

/** How many of its products did not come, or not in that number. */
export function missingOf({ items }: BroughtBag): number {
    return items.filter(({ quantity, added }) => added < quantity).length;
}

/** For Server Actions only: keeps what takes it back, for a day. A bag that is too large for that stays. */
export async function rememberBrought(bag: BroughtBag): Promise<void> {
    const [store, value] = [await cookies(), JSON.stringify(bag)];
    if (encodeURIComponent(value).length > LONGEST) {
        store.delete(cookie);
    } else {
        store.set(cookie, value, cookieOptions(1));
    }
}

/** For Server Actions only. */
export async function forgetBrought(): Promise<void> {
    (await cookies()).delete(cookie);
}

/** The cart of this market as it came, while it is that still. */
export async function broughtTo(
    market: BroughtBag['to'],
    cart: Parameters<typeof holdsJust>[0] | undefined,
): Promise<BroughtBag | undefined> {
    const bag = parse((await cookies()).get(cookie)?.value);
    const came = bag?.items.map(({ variantId, added }) => ({ variantId, quantity: added })) ?? [];
    return bag?.to === market && cart && holdsJust(cart, came) ? bag : undefined;
}

/** Visitors can write cookies, too. */
function parse(value: string | undefined): BroughtBag | undefined {
    try {
        return broughtBag.safeParse(JSON.parse(value ?? 'null')).data;
    } catch {
        return undefined;
    }
}
