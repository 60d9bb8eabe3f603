import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

/** Whom it is about, with the way to the customer's page; a number where nobody is left. */
export function Person({
    of: { customerId, person },
}: {
    of: {
        readonly customerId: string;
        readonly person: { readonly name: string; readonly emailAddress: string } | null;
    };
}) {
    if (!person) {
        return (
            <span className="whitespace-nowrap text-muted-foreground">
                <Trans>Customer {customerId}, erased</Trans>
            </span>
        );
    }
    return (
        <div className="min-w-32">
            <Link to={`/customers/${customerId}`} className="break-words underline underline-offset-4">
                {person.name || person.emailAddress}
            </Link>
            {person.name && <p className="text-xs break-all text-muted-foreground">{person.emailAddress}</p>}
        </div>
    );
}
