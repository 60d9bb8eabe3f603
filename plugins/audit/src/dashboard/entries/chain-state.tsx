import { Fact, Facts, LoadFailed, Loading, Moment } from '@efi/plugin-kit/dashboard';
import { Plural, Trans } from '@lingui/react/macro';
import { Badge } from '@vendure/dashboard';
import { useAdminQuery } from '../shared/use-admin-query';
import { stateQuery } from './entries.graphql';

const HALF_A_MINUTE = 30_000;

/** Whether the trail is what was written, as far as the last verification knows. */
export function ChainState() {
    const state = useAdminQuery(stateQuery, {}, HALF_A_MINUTE);
    if (state.isPending) {
        return <Loading />;
    }
    if (state.isError) {
        return <LoadFailed query={state} />;
    }
    const { verifiedAt, isWhole, fault, anchorAt, anchorNumber, waiting } = state.data.efiAuditState;
    return (
        <div className="space-y-4">
            <Facts>
                <Fact name={<Trans>State of the chain</Trans>}>
                    <Soundness isWhole={isWhole} />
                </Fact>
                <Fact name={<Trans>Last verified</Trans>}>
                    {verifiedAt ? <Moment at={verifiedAt} /> : <Trans>not yet: it is done every night</Trans>}
                </Fact>
                <Fact name={<Trans>Last signed anchor</Trans>}>
                    {anchorAt ? (
                        <>
                            {anchorNumber} · <Moment at={anchorAt} />
                        </>
                    ) : (
                        <Trans>none</Trans>
                    )}
                </Fact>
                <Fact name={<Trans>Waiting to be linked</Trans>}>
                    <Plural value={waiting} one="# entry" other="# entries" />
                </Fact>
            </Facts>
            {fault && (
                <p role="alert" className="text-sm break-words text-destructive">
                    <Trans>The first bad row:</Trans> {fault}
                </p>
            )}
        </div>
    );
}

function Soundness({ isWhole }: { isWhole: boolean | null }) {
    if (isWhole === null) {
        return (
            <Badge variant="secondary">
                <Trans>Not verified yet</Trans>
            </Badge>
        );
    }
    return isWhole ? (
        <Badge variant="success">
            <Trans>Whole</Trans>
        </Badge>
    ) : (
        <Badge variant="destructive">
            <Trans>Tampered with</Trans>
        </Badge>
    );
}
