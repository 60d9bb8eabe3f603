import { ApiError } from '../api/api-error';
import type { Answer } from '../api/http';
import type { Books } from '../books/books';
import { answerChallenge } from '../books/payment-rules';
import type { Provider } from '../provider';
import { cardOf, TEST_CARDS } from '../test-means';
import { checkCard } from './card-form';
import { challengePage } from './challenge-page';
import { cardPage } from './card-page';
import { html, redirect } from './layout';
import { paymentTerms } from './payment-terms';
import { startPage } from './start-page';

/** The pages that shoppers see: the card form, whose numbers stay here, and the bank's challenge. */
export class HostedPages {
    constructor(
        private readonly books: Books,
        private readonly provider: Provider,
    ) {}

    async handle(method: string, url: URL, form: URLSearchParams): Promise<Answer> {
        const [, page, id = ''] = url.pathname.split('/');
        switch (`${method} ${page ?? ''}`) {
            case 'GET ':
                return html(200, startPage(url.searchParams.get('lang') ?? 'en'));
            case 'GET tokenise':
                return html(200, cardPage(paymentTerms(url.searchParams), new URLSearchParams(), {}));
            case 'POST tokenise':
                return this.tokenise(url.searchParams, form);
            case 'GET challenge':
                return this.showChallenge(id);
            case 'POST challenge':
                return this.answerChallenge(id, form.get('result') === 'complete');
            default:
                throw new ApiError(404, 'not_found', `There is no ${method} ${url.pathname}.`);
        }
    }

    private async tokenise(query: URLSearchParams, form: URLSearchParams): Promise<Answer> {
        const terms = paymentTerms(query);
        const checked = checkCard(form, new Date());
        if (!checked.ok) {
            return html(422, cardPage(terms, form, checked.problems));
        }
        const known = TEST_CARDS.find(({ number }) => number === checked.number);
        if (!known) {
            return html(422, cardPage(terms, form, { number: 'notATestCard' }));
        }
        const token = await this.provider.keepCard(cardOf(known.number, known.brand), known.behaviour);
        return redirect(withParameters(terms.returnUrl, { token }));
    }

    private async showChallenge(id: string): Promise<Answer> {
        const payment = this.paymentWith(id);
        await this.books.settled();
        if (payment.status !== 'action_required' && payment.returnUrl) {
            return redirect(withParameters(payment.returnUrl, { payment: id }));
        }
        return html(200, challengePage(payment));
    }

    /** A repeated answer changes nothing and leads back to the shop like the first. */
    private async answerChallenge(id: string, passed: boolean): Promise<Answer> {
        await this.provider.step(this.paymentWith(id), (payment, context) =>
            answerChallenge(payment, passed, context),
        );
        const payment = this.paymentWith(id);
        return payment.returnUrl
            ? redirect(withParameters(payment.returnUrl, { payment: id }))
            : html(200, challengePage(payment));
    }

    private paymentWith(id: string) {
        const payment = this.books.payment(id);
        if (!payment) {
            throw new ApiError(404, 'no_such_payment', 'There is no such payment.');
        }
        return payment;
    }
}

function withParameters(address: string, parameters: Readonly<Record<string, string>>): string {
    const url = new URL(address);
    Object.entries(parameters).forEach(([name, value]) => url.searchParams.set(name, value));
    return url.toString();
}
