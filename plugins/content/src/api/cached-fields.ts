import { Kind } from 'graphql';
import { shopSchema } from './shop-schema';

/** Of a draft, which nobody keeps. */
const NOT_KEPT = /^(Query\.efiContentPreview|EfiContentPreview\.\w+)$/;

/** Fields of the Shop API that are the same for everybody, as `@efi/shop-cache-plugin` takes them. */
export const contentCachedFields: readonly string[] = shopSchema.definitions
    .flatMap(definition =>
        definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
            ? (definition.fields ?? []).map(field => `${definition.name.value}.${field.name.value}`)
            : [],
    )
    .filter(field => !NOT_KEPT.test(field));
