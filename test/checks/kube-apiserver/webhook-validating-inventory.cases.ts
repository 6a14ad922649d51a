import check from '../../../checks/kube-apiserver/webhook-validating-inventory.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { inventoryCases, mutating, validating } from '../../support/webhooks.ts';

describeCheck(check, inventoryCases(validating, mutating), true);
