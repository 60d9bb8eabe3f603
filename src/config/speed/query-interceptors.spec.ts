import { OfMutations } from '@efi/plugin-kit';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { ExternalContextCreator } from '@nestjs/core';
import { Mutation, Query } from '@nestjs/graphql';
import { expect, it } from 'vitest';
import { QueryInterceptorsPlugin } from './query-interceptors.plugin';

class Passing implements NestInterceptor {
    intercept(_: ExecutionContext, next: CallHandler) {
        return next.handle();
    }
}

@Injectable()
@OfMutations()
class ForMutations extends Passing {}

@Injectable()
class ForAll extends Passing {}

class Lamps {
    @Query()
    lamp(this: void): void {}

    @Mutation()
    buyLamp(this: void): void {}

    onShelf(this: void): void {}
}

it('spares queries what is there for mutations, and nothing else', () => {
    const all = [new ForMutations(), new ForAll()];
    const interceptorsContextCreator = { create: (_: object, __: object): object[] => all };
    new QueryInterceptorsPlugin({ interceptorsContextCreator } as unknown as ExternalContextCreator);
    const { lamp, buyLamp, onShelf } = Lamps.prototype;
    const of = (resolver: object) => interceptorsContextCreator.create(Lamps, resolver);
    expect(of(lamp)).toEqual([all[1]]);
    expect(of(buyLamp)).toEqual(all);
    expect(of(onShelf)).toEqual(all);
});
