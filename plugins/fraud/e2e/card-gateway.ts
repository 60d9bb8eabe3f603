import type { AuthoriseOutcome, AuthoriseRequest } from '@efi/payments-plugin';
import { FakeGateway } from '../../payments/e2e/checkout/fake-gateway';

/** A provider that tells cards apart: the token `decline/c7` is declined, on the card with the fingerprint `c7`. */
export class CardGateway extends FakeGateway {
    override async authorise(request: AuthoriseRequest): Promise<AuthoriseOutcome> {
        const [behaviour = 'ok', fingerprint] = (request.token ?? 'ok').split('/');
        const isChallenged = behaviour === 'ok' && request.authentication === 'required';
        const outcome = await super.authorise({ ...request, token: isChallenged ? '3ds' : behaviour });
        const card = { brand: 'visa', last4: '4242', fingerprint, country: 'AT' };
        Object.assign(this.books.get(request.intentId) ?? {}, { card });
        return outcome.payment ? { ...outcome, payment: { ...outcome.payment, card } } : outcome;
    }
}
