import { StaffAlertEvent } from '@efi/plugin-kit';
import type { TestShop } from '@efi/plugin-kit/testing';
import { EventBus } from '@vendure/core';
import gql from 'graphql-tag';
import { describe, expect, it } from 'vitest';
import { AuditAlertEvent } from '../src';
import { defaultRules } from '../src/domain/alert-rule';
import { Alerts } from '../src/infrastructure/alerts/alerts';
import { findPattern } from '../src/infrastructure/alerts/find-pattern';

const listQuery = gql`
    query {
        efiAuditAlertsWaiting
        efiAuditAlerts {
            id
            pattern
            userId
            count
            acknowledgedAt
            acknowledgedBy
        }
    }
`;

interface Listed {
    readonly efiAuditAlertsWaiting: number;
    readonly efiAuditAlerts: readonly {
        readonly id: string;
        readonly pattern: string;
        readonly userId: string | null;
        readonly count: number;
        readonly acknowledgedBy: string | null;
    }[];
}

/** What is found in the trail by rules. Expects that a role was raised before. */
export function alertsSuite(shop: TestShop): void {
    const look = () => shop.server.app.get(Alerts).look();
    const list = () => shop.adminClient.query<Listed>(listQuery);
    const failToSignIn = async (times: number) => {
        const client = shop.newShopClient();
        for (let n = 0; n < times; n++) {
            await client
                .asUserWithCredentials('hayden.zieme12@hotmail.com', 'guessed')
                .catch(() => undefined);
        }
    };

    describe('raises an alert', () => {
        it('of a role that was raised, once', async () => {
            expect(await look()).toContain('role-raised');
            expect(await look()).toEqual([]);
        });

        it('of many failures to get into one account: one in a window, however many', async () => {
            const told: string[] = [];
            const subscription = shop.server.app
                .get(EventBus)
                .ofType(AuditAlertEvent)
                .subscribe(({ alert }) => told.push(alert.pattern));
            await failToSignIn(10);
            expect(await look()).toEqual(['failed-sign-ins-account']);
            await failToSignIn(3);
            expect(await look()).toEqual([]);
            subscription.unsubscribe();
            expect(told).toEqual(['failed-sign-ins-account']);
            const { efiAuditAlerts } = await list();
            const [account] = await shop.sql<{ id: number }>(
                `SELECT id FROM "user" WHERE identifier = 'hayden.zieme12@hotmail.com'`,
            );
            expect(
                efiAuditAlerts.filter(({ pattern }) => pattern === 'failed-sign-ins-account'),
            ).toMatchObject([{ userId: `T_${account?.id}` }]);
            expect(
                efiAuditAlerts.find(({ pattern }) => pattern === 'failed-sign-ins-account')?.count,
            ).toBeGreaterThanOrEqual(13);
        });

        it('of tries to get into many accounts from one address, and not of many into one', async () => {
            const rule = defaultRules['sign-in-spraying'];
            const found = async () => (rule ? shop.sql(...findPattern(rule, 'UTC')) : []);
            const tryAccounts = (accounts: number, times: number) =>
                shop.sql(
                    `INSERT INTO efi_audit.entry (class, actor_kind, action, status, resource_type, resource_id, address)
                     SELECT 'authentication', 'anonymous', 'login', 'refused', 'User', 900 + n % $1::int, '192.0.2.9'
                       FROM generate_series(1, $2::int) n`,
                    [accounts, times],
                );
            await tryAccounts(9, 90);
            expect(await found()).toEqual([]);
            await tryAccounts(10, 10);
            expect(await found()).toMatchObject([{ address: '192.0.2.9', count: 10 }]);
            await look();
        });

        it('again when it goes on after the window', async () => {
            await shop.sql(
                `UPDATE efi_audit.alert SET at = now() - interval '1 hour' WHERE pattern = 'failed-sign-ins-account'`,
            );
            expect(await look()).toEqual([]);
            await failToSignIn(1);
            expect(await look()).toEqual(['failed-sign-ins-account']);
        });

        it('and has so many an hour sent to those who look after the shop', async () => {
            const sent: [string, boolean][] = [];
            const subscription = shop.server.app
                .get(EventBus)
                .ofType(StaffAlertEvent)
                .subscribe(({ alert, recipients }) => {
                    expect(recipients).toEqual(['guard@example.com']);
                    // Of the tests before, one may still be on its way.
                    if (alert.pattern === 'chain-broken') {
                        sent.push([alert.pattern, alert.isLast]);
                    }
                });
            await shop.sql(`UPDATE efi_audit.alert SET at = at - interval '2 hours'`);
            const alerts = shop.server.app.get(Alerts);
            for (const [before, message] of ['first', 'second', 'third'].entries()) {
                await alerts.chainBroken(message);
                // Nobody waits for one mail before the next.
                await expect.poll(() => sent.length).toBe(before + 1);
            }
            await alerts.chainBroken('fourth');
            subscription.unsubscribe();
            expect(sent).toEqual([
                ['chain-broken', false],
                ['chain-broken', false],
                ['chain-broken', true],
            ]);
            await shop.sql(`DELETE FROM efi_audit.alert WHERE pattern = 'chain-broken'`);
        });

        it('of refunds by night, as the shop’s clock has it', async () => {
            const rule = defaultRules['night-refund'];
            await shop.sql(`INSERT INTO efi_audit.entry (class, actor_kind, user_id, action, status)
                VALUES ('transaction', 'administrator', '1', 'transition-refund', 'success')`);
            const foundAt = async (hour: number) => {
                // POSIX: east of Greenwich has a minus.
                const west = (((new Date().getUTCHours() - hour) % 24) + 36) % 24;
                const zone = `Etc/GMT${west - 12 >= 0 ? '+' : ''}${west - 12}`;
                return rule ? (await shop.sql(...findPattern(rule, zone))).length : -1;
            };
            expect([await foundAt(23), await foundAt(2), await foundAt(12), await foundAt(6)]).toEqual([
                1, 1, 0, 0,
            ]);
        });

        it('which somebody acknowledges, and that is written down', async () => {
            const [waiting] = (await list()).efiAuditAlerts;
            const acknowledge = gql`mutation { acknowledgeEfiAuditAlert(id: "${waiting?.id}") { acknowledgedBy } }`;
            const before = (await list()).efiAuditAlertsWaiting;
            expect(await shop.adminClient.query(acknowledge)).toEqual({
                acknowledgeEfiAuditAlert: { acknowledgedBy: 'superadmin' },
            });
            expect((await list()).efiAuditAlertsWaiting).toBe(before - 1);
            const [entry] = await shop.sql<{ status: string }>(
                `SELECT status FROM efi_audit.entry WHERE action = 'acknowledgeEfiAuditAlert' ORDER BY id DESC LIMIT 1`,
            );
            expect(entry).toEqual({ status: 'success' });
            await expect(
                shop.adminClient.query(gql`
                    mutation {
                        acknowledgeEfiAuditAlert(id: "T_9999999") {
                            id
                        }
                    }
                `),
            ).rejects.toThrow(/No EfiAuditAlert/);
        });
    });
}
