import 'server-only';
import { cookies } from 'next/headers';
import { cookieOptions } from '@/lib/vendure/session';
import { marketCodes, type MarketCode } from '@/lib/market/market';

const cookie = 'efi_bag';

/** The market that the shopper last put something into the cart in, on this browser. */
export async function bagMarket(): Promise<MarketCode | undefined> {
    const value = (await cookies()).get(cookie)?.value;
    return marketCodes.find(code => code === value);
}

/** For Server Actions only. */
export async function rememberBagMarket(market: MarketCode): Promise<void> {
    if ((await bagMarket()) !== market) {
        (await cookies()).set(cookie, market, cookieOptions(90));
    }
}
