import { testFlips } from './flips/flip.ts';
import { objects } from './flips/objects.ts';
import { rbac } from './flips/rbac.ts';

testFlips(objects, { title: 'roles and bindings', flips: rbac });
