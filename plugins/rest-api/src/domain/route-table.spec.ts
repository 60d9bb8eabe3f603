import { describe, expect, it } from 'vitest';
import { parameterNames, RouteTable } from './route-table';

const table = new RouteTable([
    { method: 'GET', path: '/products/{id}' },
    { method: 'GET', path: '/products/top' },
    { method: 'PUT', path: '/products/{id}' },
    { method: 'GET', path: '/products/{id}/variants' },
    { method: 'POST', path: '/tokens' },
]);

describe('the table of routes', () => {
    it('finds a route with what its parameters are', () => {
        expect(table.find('GET', '/products/a%20b')).toMatchObject({
            route: { path: '/products/{id}' },
            params: { id: 'a b' },
        });
    });

    it('prefers a literal segment to a parameter', () => {
        expect(table.find('GET', '/products/top')).toMatchObject({ route: { path: '/products/top' } });
        // The literal has no PUT, but the path has.
        expect(table.find('PUT', '/products/top')).toMatchObject({ params: { id: 'top' } });
    });

    it('answers HEAD as GET', () => {
        expect(table.find('HEAD', '/products/1')).toMatchObject({ kind: 'found' });
    });

    it('tells a wrong method from a path that is not there', () => {
        expect(table.find('DELETE', '/products/1')).toEqual({
            kind: 'wrong-method',
            allowed: ['GET', 'HEAD', 'PUT'],
        });
        expect(table.find('GET', '/product')).toEqual({ kind: 'nothing-here' });
        expect(table.find('GET', '/products/1/variants/2')).toEqual({ kind: 'nothing-here' });
    });

    it.each(['/products/', '/products//variants', '/products/%E0%A4%A', '/', ''])(
        'has nothing at "%s"',
        path => {
            expect(table.find('GET', path).kind).toBe('nothing-here');
        },
    );

    it('refuses two routes that answer the same', () => {
        const twice = [
            { method: 'GET', path: '/a/{id}' },
            { method: 'GET', path: '/a/{code}' },
        ];
        expect(() => new RouteTable(twice)).toThrow('Two REST routes answer GET /a/{code}');
        expect(() => new RouteTable([{ method: 'GET', path: '/a/:id' }])).toThrow('":id"');
    });

    it('names the parameters of a path', () => {
        expect(parameterNames('/a/{b}/c/{d}')).toEqual(['b', 'd']);
    });
});
