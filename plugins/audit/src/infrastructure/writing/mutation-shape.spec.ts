import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isWrittenDown } from '../../domain/describe-mutation';
import { SPECIAL_MUTATIONS } from '../../domain/special-mutations';
import type { SubjectPlan } from '../../domain/subject';
import { idsAt, planOf, unplanned } from '../../domain/subject-plan';
import { shapeOf, typesOf } from './mutation-shape';

const api = path.join(__dirname, '../../../../../docs/api');

/** Of each mutation that is written down, what it is about. */
function plansOf(kind: 'admin' | 'shop'): Map<string, SubjectPlan | undefined> {
    const schema = buildSchema(readFileSync(path.join(api, `${kind}.graphql`), 'utf8'), {
        assumeValid: true,
    });
    const types = typesOf(schema);
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    return new Map(
        mutations
            .filter(({ name }) => isWrittenDown(kind, name))
            .map(field => [field.name, planOf(shapeOf(field), types)]),
    );
}

/** As a person would say it. */
function inWords(plan: SubjectPlan | undefined): string {
    if (!plan) {
        return 'not known';
    }
    const { type, typeAt, ids } = plan;
    const what = typeAt ? `what ${typeAt.join('.')} says` : type;
    switch (ids.from) {
        case 'arguments':
            return `${what} by ${ids.path.join('.')}`;
        case 'answer':
            return `${what} by the answer’s ${ids.path.join('.')}`;
        case 'account':
            return `${what} whose ${ids.by} is ${ids.path.join('.')}`;
        case 'actor':
            return `${what} of who is signed in`;
        case 'only':
            return `the only ${what}`;
        case 'nowhere':
            return `${what}, none of them`;
    }
}

describe.each(['admin', 'shop'] as const)('the mutations of the %s API', kind => {
    const plans = plansOf(kind);

    it('are all known by what they are about', () => {
        expect(plans.size).toBeGreaterThan(kind === 'admin' ? 250 : 10);
        expect([...plans].filter(([, plan]) => !plan).map(([name]) => name)).toEqual([]);
    });

    it('are about what is recorded of them', async () => {
        const lines = [...plans].map(([name, plan]) => `${name}: ${inWords(plan)}\n`);
        await expect(lines.join('')).toMatchFileSnapshot(`./mutations.${kind}.txt`);
    });
});

describe('what a mutation is about', () => {
    const plans = plansOf('admin');
    const by = (type: string, ...of: string[]) => ({ type, ids: { from: 'arguments', path: of } });

    it.each([
        ['updateCustomerAddress', by('Address', 'input', 'id')],
        ['deleteCustomerAddress', by('Address', 'id')],
        ['deleteCustomerNote', by('HistoryEntry', 'id')],
        ['assignRoleToAdministrator', by('Administrator', 'administratorId')],
        ['addCustomersToGroup', by('CustomerGroup', 'customerGroupId')],
        ['removeCustomersFromGroup', by('CustomerGroup', 'customerGroupId')],
        ['modifyOrder', by('Order', 'input', 'orderId')],
        ['cancelOrder', by('Order', 'input', 'orderId')],
        ['refundOrder', by('Payment', 'input', 'paymentId')],
        ['settleRefund', by('Refund', 'input', 'id')],
        ['updateProductVariants', by('ProductVariant', 'input', 'id')],
        ['deleteTaxCategories', by('TaxCategory', 'ids')],
        ['assignProductsToChannel', by('Product', 'input', 'productIds')],
        ['updateGlobalSettings', { type: 'GlobalSettings', ids: { from: 'only' } }],
        ['updateActiveAdministrator', { type: 'Administrator', ids: { from: 'actor' } }],
        ['createApiKey', { type: 'ApiKey', ids: { from: 'answer', path: ['entityId'] } }],
    ])('%s', (name, plan) => {
        expect(plans.get(name)).toEqual(plan);
    });

    it('is not guessed where the schema does not tell', () => {
        const shape = { name: 'deleteCustomerThing', ids: [{ path: ['id'] }], answer: undefined };
        expect(planOf(shape, new Set(['Customer']))).toBeUndefined();
        expect(unplanned('deleteCustomerThing')).toEqual({ type: 'CustomerThing', ids: { from: 'nowhere' } });
    });

    it('is said by hand only of mutations that there are', () => {
        const all = new Set([...plans.keys(), ...plansOf('shop').keys()]);
        expect(Object.keys(SPECIAL_MUTATIONS).filter(name => !all.has(name))).toEqual([]);
    });
});

describe('ids in arguments', () => {
    it('are found through lists, and are nothing but texts and numbers', () => {
        const args = { input: [{ id: 3 }, { id: '4' }, { id: { x: 1 } }, null], ids: ['a', 'b'] };
        expect(idsAt(args, ['input', 'id'])).toEqual([3, '4']);
        expect(idsAt(args, ['ids'])).toEqual(['a', 'b']);
        expect(idsAt(null, ['ids'])).toEqual([]);
    });
});
