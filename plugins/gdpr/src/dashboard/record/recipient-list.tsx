import { Fact, Facts, LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useAdminQuery } from '../shared/use-admin-query';
import { type Recipient, recipientsQuery } from './record.graphql';

/** Who gets personal data from the shop, where to, and on which ground. */
export function RecipientList() {
    const recipients = useAdminQuery(recipientsQuery, {});
    if (recipients.isPending) {
        return <Loading />;
    }
    if (recipients.isError) {
        return <LoadFailed query={recipients} />;
    }
    const { efiProcessingRecipients: found } = recipients.data;
    return found.length === 0 ? (
        <p className="text-sm text-muted-foreground">
            <Trans>None that the software knows of.</Trans>
        </p>
    ) : (
        <ul className="divide-y" data-testid="recipients">
            {found.map(recipient => (
                <RecipientItem key={recipient.name} recipient={recipient} />
            ))}
        </ul>
    );
}

function RecipientItem({ recipient: { name, does, gets, role, place, transfer } }: { recipient: Recipient }) {
    const unknown = <Trans>not known to the software: see the contract</Trans>;
    return (
        <li className="space-y-3 py-4 first:pt-0">
            <h3 className="text-sm font-medium break-words">{name}</h3>
            <Facts>
                <Fact name={<Trans>What for</Trans>}>{does}</Fact>
                <Fact name={<Trans>Data</Trans>}>{gets}</Fact>
                <Fact name={<Trans>Role</Trans>}>
                    {role === 'PROCESSOR' ? (
                        <Trans>processes data for the shop</Trans>
                    ) : (
                        <Trans>on its own account</Trans>
                    )}
                </Fact>
                <Fact name={<Trans>Where</Trans>}>{place ?? unknown}</Fact>
                <Fact name={<Trans>Transfer to a third country</Trans>}>{transfer ?? unknown}</Fact>
            </Facts>
        </li>
    );
}
