import type { Middleware, RuntimeVendureConfig } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { addEarly } from './early-middleware';

describe('addEarly', () => {
    const routesWith = (...routes: string[]) => {
        const middleware = routes.map(route => ({ route }) as Middleware);
        addEarly({ apiOptions: { middleware } } as RuntimeVendureConfig, [{ route: '/new' } as Middleware]);
        return middleware.map(({ route }) => route);
    };

    it('puts middleware behind what stands before all addresses, and ahead of the rest', () => {
        expect(routesWith('/', '/', '/shop-api', '/')).toEqual(['/', '/', '/new', '/shop-api', '/']);
        expect(routesWith('/shop-api')).toEqual(['/new', '/shop-api']);
        expect(routesWith('/')).toEqual(['/', '/new']);
        expect(routesWith()).toEqual(['/new']);
    });
});
