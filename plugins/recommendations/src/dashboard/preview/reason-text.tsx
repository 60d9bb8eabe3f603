import { Trans } from '@lingui/react/macro';
import type { PreviewItem } from './preview.graphql';

/** As the shopper may be told. */
export function ReasonText({ reason: { code, productName } }: { reason: PreviewItem['reason'] }) {
    switch (code) {
        case 'SIMILAR':
            return <Trans>Like {productName}</Trans>;
        case 'BOUGHT_TOGETHER':
            return <Trans>Bought together with {productName}</Trans>;
        case 'BECAUSE_YOU_BOUGHT':
            return <Trans>Because they bought {productName}</Trans>;
        case 'IN_YOUR_CART':
            return <Trans>Goes with {productName} in the cart</Trans>;
        case 'NEW':
            return <Trans>New in the catalogue</Trans>;
        case 'PICKED':
            return <Trans>Chosen by the shop</Trans>;
        case 'POPULAR':
            return <Trans>Sells well</Trans>;
        default:
            return code;
    }
}
