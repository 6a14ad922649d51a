import { testFlips } from './flips/flip.ts';
import { objects } from './flips/objects.ts';
import { serviceAccounts, workloads } from './flips/workloads.ts';

testFlips('workloads and their ServiceAccounts', objects, [...workloads, ...serviceAccounts]);
