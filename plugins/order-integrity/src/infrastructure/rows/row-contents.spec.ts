import type { EntityMetadata, ObjectLiteral } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { changedColumns, rowContents } from './row-contents';

const of = (propertyName: string, more: object = {}) => ({
    propertyName,
    getEntityValue: (entity: ObjectLiteral) => entity[propertyName] as unknown,
    ...more,
});

/** As much as there is of an order's. */
const metadata = {
    columns: [
        of('id'),
        of('subTotal'),
        of('taxLines'),
        of('note', { embeddedMetadata: {} }),
        {
            relationMetadata: of('customer'),
            getEntityValue: ({ customer, customerId }: ObjectLiteral) =>
                (customer as { id: number } | undefined)?.id ?? (customerId as number),
        },
    ],
    relations: [of('surcharges', { isOneToMany: true }), of('customer', { isManyToOne: true })],
} as unknown as EntityMetadata;

describe('what there is to write of an entity', () => {
    const order = () => ({
        id: 7,
        subTotal: 100,
        taxLines: [{ taxRate: 20 }],
        note: 'a',
        customerId: 3,
        surcharges: [{ id: 1 }, { id: 2 }],
    });
    const changed = (now: object, before: object = order()) =>
        changedColumns({ ...order(), ...now }, rowContents(before, metadata), metadata);

    it('is nothing of what stayed, or is not there any more', () => {
        expect(changed({ taxLines: [{ taxRate: 20 }], surcharges: [{ id: 2 }, { id: 1 }] })).toEqual({});
        expect(changed({ subTotal: undefined, surcharges: undefined })).toEqual({});
    });

    it('is a column that changed, also inside', () => {
        expect(changed({ subTotal: 90, taxLines: [{ taxRate: 10 }] })).toEqual({
            subTotal: 90,
            taxLines: [{ taxRate: 10 }],
        });
        expect(changed({ subTotal: null })).toEqual({ subTotal: null });
    });

    it('is seen in something that changed in place', () => {
        const one = order();
        const before = rowContents(one, metadata);
        one.taxLines.push({ taxRate: 5 });
        expect(changedColumns(one, before, metadata)).toEqual({ taxLines: one.taxLines });
    });

    it('is a relation to something else', () => {
        expect(changed({ customer: { id: 4 } })).toEqual({ customer: { id: 4 } });
        expect(changed({ customer: { id: 3 } })).toEqual({});
    });

    it('is what nobody said anything of while something else was saved', () => {
        const before = rowContents(order(), metadata);
        const saved = rowContents({ id: 7, subTotal: 90 }, metadata, before);
        expect(changedColumns({ ...order(), subTotal: 90 }, saved, metadata)).toEqual({});
        expect(changedColumns({ ...order(), subTotal: 90, taxLines: [] }, saved, metadata)).toEqual({
            taxLines: [],
        });
    });

    it.each([
        ['a list has another member', { surcharges: [{ id: 1 }, { id: 3 }] }],
        ['a list lost one', { surcharges: [{ id: 1 }] }],
        ['a relation is to something that is not there', { customerId: 4 }],
        ['a custom field changed', { note: 'b' }],
    ])('is not known when %s', (_, now) => {
        expect(changed(now)).toBeUndefined();
    });

    it('is not known of a list that was not read', () => {
        expect(changed({}, { ...order(), surcharges: undefined })).toBeUndefined();
    });
});
