import { testFlips } from './flips/flip.ts';
import { objects } from './flips/objects.ts';
import { rbac } from './flips/rbac.ts';

testFlips('roles and bindings', objects, rbac);
