import type { useTranslations } from 'next-intl';
import type { RailItem } from './rail-query';

/** Why a product is recommended, in a few words. @param t - Of the rail's texts. */
export function reasonText(
    t: ReturnType<typeof useTranslations<'rail'>>,
    { code, productName: name }: NonNullable<RailItem['reason']>,
): string {
    switch (code) {
        case 'SIMILAR':
        case 'BOUGHT_TOGETHER':
        case 'BECAUSE_YOU_BOUGHT':
        case 'IN_YOUR_CART':
            return name === null ? t(`reason_${code}`) : t(`reason_${code}_of`, { name });
        case 'POPULAR':
        case 'NEW':
        case 'PICKED':
            return t(`reason_${code}`);
    }
}
