import { ClusterSigner } from '../../../src/gossip/cluster-signer.ts';
import type { SwimEffect } from '../../../src/membership/event.ts';
import { IntentTable } from '../../../src/membership/intents.ts';
import { LivenessRules } from '../../../src/membership/liveness-rules.ts';
import { MemberTable } from '../../../src/membership/member-table.ts';
import { Roster } from '../../../src/membership/roster.ts';
import { Swim } from '../../../src/membership/swim.ts';
import { replaceMethod } from '../../replace-method.ts';

/** Each plants a bug for as long as its cluster runs; the returned function removes it. */
export const MEMBERSHIP_BUGS = {
  'signatures are not checked': () => replaceMethod(ClusterSigner.prototype, 'isGenuine', () => () => true),
  'an older intent replaces a newer one': () =>
    replaceMethod(IntentTable.prototype, 'compare', () => () => 'newer'),
  'whoever is unknown passes for a member': () =>
    replaceMethod(
      IntentTable.prototype,
      'get',
      (get) =>
        function (this: IntentTable, peer) {
          const [anybody] = this.values();
          return get.call(this, peer) ?? anybody;
        },
    ),
  'news of anybody makes a member': () =>
    replaceMethod(
      LivenessRules.prototype,
      'handleUpdate',
      (handleUpdate) =>
        function (this: LivenessRules, update, sender, isFromExchange) {
          this.introduce(update.peer);
          handleUpdate.call(this, update, sender, isFromExchange);
        },
    ),
  'hearsay is believed however far it jumps': () =>
    replaceMethod(
      MemberTable.prototype,
      'apply',
      (apply) =>
        function (this: MemberTable, news, _isFirstHand, nowMs) {
          return apply.call(this, news, true, nowMs);
        },
    ),
  'a member does not refute': () =>
    replaceMethod(
      MemberTable.prototype,
      'announce',
      () =>
        function (this: MemberTable) {
          return this.own;
        },
    ),
  'everybody’s clock counts': () =>
    replaceMethod(
      Roster.prototype,
      'get',
      (get) =>
        function (this: Roster, peer) {
          const stranger = {
            peer,
            liveness: 'alive',
            incarnation: 0,
            from: peer,
            sinceMs: 0,
            vouched: 0,
          } as const;
          return get.call(this, peer) ?? stranger;
        },
    ),
  'a shared identity is not noticed': () =>
    replaceMethod(
      Swim.prototype,
      'handle',
      (handle) =>
        function (this: Swim, event, now) {
          const isOther = ({ kind }: SwimEffect) => kind !== 'identityShared';
          return handle.call(this, event, now).filter(isOther);
        },
    ),
} as const satisfies Readonly<Record<string, () => () => void>>;
