import { Fact, Facts, Moment } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Badge } from '@vendure/dashboard';
import { Command } from './command';
import type { Encryption } from './keys.graphql';

export function EncryptionState({ state }: { state: Encryption }) {
    return (
        <div className="space-y-6">
            <Facts>
                <Fact name={<Trans>State</Trans>}>
                    <Extent state={state} />
                </Fact>
                <Fact name={<Trans>Master key</Trans>}>{state.masterKeys}</Fact>
                <Fact name={<Trans>File of keys</Trans>}>
                    <span className="font-mono text-xs break-all">{state.keyFile}</span>
                </Fact>
                <Fact name={<Trans>Generation of keys</Trans>}>{state.generation}</Fact>
                <Fact name={<Trans>Search by whole values</Trans>}>
                    {state.indexKeys > 1 ? (
                        <Trans>by the new and the earlier key, until the rotation has ended</Trans>
                    ) : (
                        <Trans>by one key</Trans>
                    )}
                </Fact>
                <Fact name={<Trans>Last rotation</Trans>}>
                    {state.rotatedAt ? <Moment at={state.rotatedAt} /> : <Trans>never</Trans>}
                </Fact>
                <Fact name={<Trans>Rows changed by the last work</Trans>}>
                    {state.rows} · <Moment at={state.updatedAt} />
                </Fact>
            </Facts>
            {state.work && <Progress state={state} />}
            <Advice state={state} />
        </div>
    );
}

function Extent({ state: { isWhole, work } }: { state: Encryption }) {
    if (work === 'OPEN') {
        return (
            <Badge variant="warning">
                <Trans>Being decrypted</Trans>
            </Badge>
        );
    }
    return isWhole ? (
        <Badge variant="success">
            <Trans>Everything is encrypted</Trans>
        </Badge>
    ) : (
        <Badge variant="warning">
            <Trans>Older rows are not encrypted with the newest keys</Trans>
        </Badge>
    );
}

function Progress({ state: { work, table, progress } }: { state: Encryption }) {
    const { t } = useLingui();
    const percent = Math.floor((progress ?? 0) * 100);
    return (
        <div className="max-w-lg space-y-2 text-sm">
            <p>
                {work === 'OPEN' ? <Trans>Decrypting {table}:</Trans> : <Trans>Encrypting {table}:</Trans>}{' '}
                <span className="tabular-nums">{percent} %</span>
            </p>
            <progress
                aria-label={t`Progress`}
                className="h-2 w-full accent-primary"
                max={100}
                value={percent}
            />
            <p className="text-muted-foreground">
                <Trans>
                    When it stands still it was interrupted: the same command goes on where it stopped.
                </Trans>
            </p>
        </div>
    );
}

function Advice({ state: { isWhole, work } }: { state: Encryption }) {
    return (
        <dl className="space-y-3 text-sm">
            {!isWhole && work !== 'OPEN' && (
                <Command text="npm run encryption -- seal">
                    <Trans>Encrypts what was there before:</Trans>
                </Command>
            )}
            <Command text="npm run encryption -- rotate">
                <Trans>Makes new keys and encrypts everything anew, while the shop runs:</Trans>
            </Command>
            <Command text="npm run encryption -- rewrap">
                <Trans>After the master key was changed, has the new one wrap the file:</Trans>
            </Command>
        </dl>
    );
}
