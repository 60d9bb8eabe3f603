import type { PaymentMethod } from './checkout-documents';

/**
 * How a method is paid with:
 * - `hosted-page`: the provider's page takes the card; it also has a default test card.
 * - `element`: the provider's component in our page takes the card.
 * - `redirect`: the provider's page takes it from here.
 * - `direct`: nothing more to enter.
 */
export type PaymentFlow = 'hosted-page' | 'element' | 'redirect' | 'direct';

export function flowOf({ efiPayment }: Pick<PaymentMethod, 'efiPayment'>): PaymentFlow {
    switch (efiPayment?.flow) {
        case 'TOKEN':
            return 'hosted-page';
        case 'ELEMENT':
            return 'element';
        case 'REDIRECT':
            return 'redirect';
        case undefined:
            return 'direct';
    }
}
