import type { RequestContext } from '@vendure/core';
import type { OpenRefusal } from '../infrastructure/held-data';
import type { HoldRefusal } from '../infrastructure/legal-holds';
import type { LookRefusal } from '../infrastructure/personal-data-glance';
import type { RequestRefusal } from '../infrastructure/privacy-requests';
import type { DeskRefusal } from '../infrastructure/request-desk';

/** See the schemas. Its message is translated here, not looked up by Vendure. */
export class PrivacyRefusedError {
    readonly message: string;
    readonly errorCode: string;

    private constructor(
        ctx: RequestContext,
        readonly __typename: 'EfiPrivacyRequestRefusedError' | 'EfiPrivacyDeskError',
        readonly reason: RequestRefusal | DeskRefusal | HoldRefusal | LookRefusal | OpenRefusal,
    ) {
        this.message = ctx.translate(`message.efi-privacy-${reason}`);
        this.errorCode =
            __typename === 'EfiPrivacyDeskError'
                ? 'EFI_PRIVACY_DESK_ERROR'
                : 'EFI_PRIVACY_REQUEST_REFUSED_ERROR';
    }

    /** For the Shop API: what was asked for, or why it was refused. */
    static orRequest<T extends object>(
        ctx: RequestContext,
        done: T | RequestRefusal,
    ): T | PrivacyRefusedError {
        return typeof done === 'string'
            ? new PrivacyRefusedError(ctx, 'EfiPrivacyRequestRefusedError', done)
            : done;
    }

    /** The same for the Admin API. */
    static orDone<T extends object>(
        ctx: RequestContext,
        done: T | DeskRefusal | HoldRefusal | LookRefusal | OpenRefusal,
    ): T | PrivacyRefusedError {
        return typeof done === 'string' ? new PrivacyRefusedError(ctx, 'EfiPrivacyDeskError', done) : done;
    }
}
