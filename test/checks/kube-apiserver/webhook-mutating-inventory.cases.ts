import check from '../../../checks/kube-apiserver/webhook-mutating-inventory.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { inventoryCases, mutating, validating } from '../../support/webhooks.ts';

describeCheck(check, inventoryCases(mutating, validating), true);
