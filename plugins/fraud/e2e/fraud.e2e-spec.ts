import { testShop } from '@efi/plugin-kit/testing';
import { gql } from 'graphql-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FraudPlugin, fraudMigrations } from '../src';

const publish = gql`
    mutation ($input: PublishEfiFraudNoticeInput!) {
        publishEfiFraudNotice(input: $input) {
            __typename
            ... on ErrorResult {
                errorCode
                message
            }
        }
    }
`;

const shown = gql`
    query {
        efiFraudNotices {
            text
        }
    }
`;

const listed = gql`
    query {
        efiFraudNotices(options: { sort: { startsAt: ASC } }) {
            totalItems
            items {
                text
            }
        }
    }
`;

const HOUR = 3_600_000;
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

describe('FraudPlugin', async () => {
    const shop = await testShop({
        plugins: [FraudPlugin.init({ maxTextLength: 30 })],
        migrations: fraudMigrations,
    });
    const { shopClient, adminClient } = shop;

    beforeAll(async () => {
        await shop.start();
        for (const input of [
            { text: 'over', startsAt: hoursFromNow(-2), endsAt: hoursFromNow(-1) },
            { text: 'shown', startsAt: hoursFromNow(-1), endsAt: hoursFromNow(1) },
            { text: 'not yet', startsAt: hoursFromNow(1) },
            { text: 'from now on' },
        ]) {
            await adminClient.query(publish, { input });
        }
    });

    afterAll(() => shop.stop());

    it('shows shoppers the notices whose time has come and is not over, the newest first', async () => {
        expect(await shopClient.query(shown)).toEqual({
            efiFraudNotices: [{ text: 'from now on' }, { text: 'shown' }],
        });
    });

    it('lists all notices for administrators, sorted as they ask', async () => {
        expect(await adminClient.query(listed)).toEqual({
            efiFraudNotices: {
                totalItems: 4,
                items: [{ text: 'over' }, { text: 'shown' }, { text: 'from now on' }, { text: 'not yet' }],
            },
        });
    });

    it.each([
        [{ text: ' ' }, 'The notice needs a text.'],
        [{ text: 'x'.repeat(31) }, 'The text may have at most 30 characters.'],
        [{ text: 'late', endsAt: hoursFromNow(-1) }, 'The notice must end after it starts.'],
    ])('refuses %j and says why', async (input, message) => {
        expect(await adminClient.query(publish, { input })).toEqual({
            publishEfiFraudNotice: {
                __typename: 'EfiFraudNoticeInvalidError',
                errorCode: 'EFI_FRAUD_NOTICE_INVALID_ERROR',
                message,
            },
        });
    });

    it('lets nobody publish without the permission', async () => {
        await adminClient.asAnonymousUser();
        await expect(adminClient.query(publish, { input: { text: 'sneaked in' } })).rejects.toThrow(
            'not currently authorized',
        );
    });
});
