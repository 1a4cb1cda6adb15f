/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["starling"] || ($protobuf.roots["starling"] = {});

export const starling = $root.starling = (() => {

    /**
     * Namespace starling.
     * @exports starling
     * @namespace
     */
    const starling = {};

    starling.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof starling
         * @namespace
         */
        const v1 = {};

        v1.ClientRequest = (function() {

            /**
             * Properties of a ClientRequest.
             * @typedef {Object} starling.v1.ClientRequest.$Properties
             * @property {number|null} [id] ClientRequest id
             * @property {number|null} [timeoutMs] ClientRequest timeoutMs
             * @property {Uint8Array|null} [session] ClientRequest session
             * @property {boolean|null} [sloppy] ClientRequest sloppy
             * @property {Uint8Array|null} [traceparent] ClientRequest traceparent
             * @property {starling.v1.Put.$Properties|null} [put] ClientRequest put
             * @property {starling.v1.Get.$Properties|null} [get] ClientRequest get
             * @property {starling.v1.Delete.$Properties|null} ["delete"] ClientRequest delete
             * @property {starling.v1.PutMany.$Properties|null} [putMany] ClientRequest putMany
             * @property {starling.v1.GetMany.$Properties|null} [getMany] ClientRequest getMany
             * @property {starling.v1.DeleteMany.$Properties|null} [deleteMany] ClientRequest deleteMany
             * @property {starling.v1.Scan.$Properties|null} [scan] ClientRequest scan
             * @property {starling.v1.TopologyRequest.$Properties|null} [topology] ClientRequest topology
             * @property {starling.v1.StatusRequest.$Properties|null} [status] ClientRequest status
             * @property {starling.v1.LocateRequest.$Properties|null} [locate] ClientRequest locate
             * @property {starling.v1.RemoveMember.$Properties|null} [removeMember] ClientRequest removeMember
             * @property {starling.v1.Explain.$Properties|null} [explain] ClientRequest explain
             * @property {starling.v1.Repair.$Properties|null} [repair] ClientRequest repair
             * @property {starling.v1.PauseRepair.$Properties|null} [pauseRepair] ClientRequest pauseRepair
             * @property {starling.v1.Leave.$Properties|null} [leave] ClientRequest leave
             * @property {starling.v1.Authenticate.$Properties|null} [authenticate] ClientRequest authenticate
             * @property {"put"|"get"|"delete"|"putMany"|"getMany"|"deleteMany"|"scan"|"topology"|"status"|"locate"|"removeMember"|"explain"|"repair"|"pauseRepair"|"leave"|"authenticate"} [op] ClientRequest op
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClientRequest.
             * @memberof starling.v1
             * @interface IClientRequest
             * @augments starling.v1.ClientRequest.$Properties
             * @deprecated Use starling.v1.ClientRequest.$Properties instead.
             */

            /**
             * Narrowed shape of a ClientRequest.
             * @typedef {{
             *   id?: number|null;
             *   timeoutMs?: number|null;
             *   session?: Uint8Array|null;
             *   sloppy?: boolean|null;
             *   traceparent?: Uint8Array|null;
             *   put?: starling.v1.Put.$Shape|null;
             *   get?: starling.v1.Get.$Shape|null;
             *   "delete"?: starling.v1.Delete.$Shape|null;
             *   putMany?: starling.v1.PutMany.$Shape|null;
             *   getMany?: starling.v1.GetMany.$Shape|null;
             *   deleteMany?: starling.v1.DeleteMany.$Shape|null;
             *   scan?: starling.v1.Scan.$Shape|null;
             *   topology?: starling.v1.TopologyRequest.$Shape|null;
             *   status?: starling.v1.StatusRequest.$Shape|null;
             *   locate?: starling.v1.LocateRequest.$Shape|null;
             *   removeMember?: starling.v1.RemoveMember.$Shape|null;
             *   explain?: starling.v1.Explain.$Shape|null;
             *   repair?: starling.v1.Repair.$Shape|null;
             *   pauseRepair?: starling.v1.PauseRepair.$Shape|null;
             *   leave?: starling.v1.Leave.$Shape|null;
             *   authenticate?: starling.v1.Authenticate.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ op?: undefined; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "put"; put: starling.v1.Put.$Shape; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "get"; put?: null; get: starling.v1.Get.$Shape; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "delete"; put?: null; get?: null; "delete": starling.v1.Delete.$Shape; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "putMany"; put?: null; get?: null; "delete"?: null; putMany: starling.v1.PutMany.$Shape; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "getMany"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany: starling.v1.GetMany.$Shape; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "deleteMany"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany: starling.v1.DeleteMany.$Shape; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "scan"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan: starling.v1.Scan.$Shape; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "topology"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology: starling.v1.TopologyRequest.$Shape; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "status"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status: starling.v1.StatusRequest.$Shape; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "locate"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate: starling.v1.LocateRequest.$Shape; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "removeMember"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember: starling.v1.RemoveMember.$Shape; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "explain"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain: starling.v1.Explain.$Shape; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "repair"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair: starling.v1.Repair.$Shape; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "pauseRepair"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair: starling.v1.PauseRepair.$Shape; leave?: null; authenticate?: null }|{ op?: "leave"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave: starling.v1.Leave.$Shape; authenticate?: null }|{ op?: "authenticate"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate: starling.v1.Authenticate.$Shape })
             * )} starling.v1.ClientRequest.$Shape
             */

            /**
             * Constructs a new ClientRequest.
             * @memberof starling.v1
             * @classdesc Represents a ClientRequest.
             * @constructor
             * @param {starling.v1.ClientRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClientRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClientRequest id.
             * @member {number} id
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.id = 0;

            /**
             * ClientRequest timeoutMs.
             * @member {number} timeoutMs
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.timeoutMs = 0;

            /**
             * ClientRequest session.
             * @member {Uint8Array} session
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.session = $util.newBuffer([]);

            /**
             * ClientRequest sloppy.
             * @member {boolean} sloppy
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.sloppy = false;

            /**
             * ClientRequest traceparent.
             * @member {Uint8Array} traceparent
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.traceparent = $util.newBuffer([]);

            /**
             * ClientRequest put.
             * @member {starling.v1.Put.$Properties|null|undefined} put
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.put = null;

            /**
             * ClientRequest get.
             * @member {starling.v1.Get.$Properties|null|undefined} get
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.get = null;

            /**
             * ClientRequest delete.
             * @member {starling.v1.Delete.$Properties|null|undefined} delete
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype["delete"] = null;

            /**
             * ClientRequest putMany.
             * @member {starling.v1.PutMany.$Properties|null|undefined} putMany
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.putMany = null;

            /**
             * ClientRequest getMany.
             * @member {starling.v1.GetMany.$Properties|null|undefined} getMany
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.getMany = null;

            /**
             * ClientRequest deleteMany.
             * @member {starling.v1.DeleteMany.$Properties|null|undefined} deleteMany
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.deleteMany = null;

            /**
             * ClientRequest scan.
             * @member {starling.v1.Scan.$Properties|null|undefined} scan
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.scan = null;

            /**
             * ClientRequest topology.
             * @member {starling.v1.TopologyRequest.$Properties|null|undefined} topology
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.topology = null;

            /**
             * ClientRequest status.
             * @member {starling.v1.StatusRequest.$Properties|null|undefined} status
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.status = null;

            /**
             * ClientRequest locate.
             * @member {starling.v1.LocateRequest.$Properties|null|undefined} locate
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.locate = null;

            /**
             * ClientRequest removeMember.
             * @member {starling.v1.RemoveMember.$Properties|null|undefined} removeMember
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.removeMember = null;

            /**
             * ClientRequest explain.
             * @member {starling.v1.Explain.$Properties|null|undefined} explain
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.explain = null;

            /**
             * ClientRequest repair.
             * @member {starling.v1.Repair.$Properties|null|undefined} repair
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.repair = null;

            /**
             * ClientRequest pauseRepair.
             * @member {starling.v1.PauseRepair.$Properties|null|undefined} pauseRepair
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.pauseRepair = null;

            /**
             * ClientRequest leave.
             * @member {starling.v1.Leave.$Properties|null|undefined} leave
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.leave = null;

            /**
             * ClientRequest authenticate.
             * @member {starling.v1.Authenticate.$Properties|null|undefined} authenticate
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            ClientRequest.prototype.authenticate = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * ClientRequest op.
             * @member {"put"|"get"|"delete"|"putMany"|"getMany"|"deleteMany"|"scan"|"topology"|"status"|"locate"|"removeMember"|"explain"|"repair"|"pauseRepair"|"leave"|"authenticate"|undefined} op
             * @memberof starling.v1.ClientRequest
             * @instance
             */
            $Object.defineProperty(ClientRequest.prototype, "op", {
                get: $util.oneOfGetter($oneOfFields = ["put", "get", "delete", "putMany", "getMany", "deleteMany", "scan", "topology", "status", "locate", "removeMember", "explain", "repair", "pauseRepair", "leave", "authenticate"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new ClientRequest instance using the specified properties.
             * @function create
             * @memberof starling.v1.ClientRequest
             * @static
             * @param {starling.v1.ClientRequest.$Properties=} [properties] Properties to set
             * @returns {starling.v1.ClientRequest} ClientRequest instance
             * @type {{
             *   (properties: starling.v1.ClientRequest.$Shape): starling.v1.ClientRequest & starling.v1.ClientRequest.$Shape;
             *   (properties?: starling.v1.ClientRequest.$Properties): starling.v1.ClientRequest;
             * }}
             */
            ClientRequest.create = function(properties) {
                return new ClientRequest(properties);
            };

            /**
             * Encodes the specified ClientRequest message. Does not implicitly {@link starling.v1.ClientRequest.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.ClientRequest
             * @static
             * @param {starling.v1.ClientRequest.$Properties} message ClientRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClientRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutMs);
                if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.session);
                if (message.sloppy != null && $Object.hasOwnProperty.call(message, "sloppy") && message.sloppy !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.sloppy);
                if (message.traceparent != null && $Object.hasOwnProperty.call(message, "traceparent") && message.traceparent.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.traceparent);
                if (message.put != null && $Object.hasOwnProperty.call(message, "put"))
                    $root.starling.v1.Put.encode(message.put, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.get != null && $Object.hasOwnProperty.call(message, "get"))
                    $root.starling.v1.Get.encode(message.get, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message["delete"] != null && $Object.hasOwnProperty.call(message, "delete"))
                    $root.starling.v1.Delete.encode(message["delete"], writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.putMany != null && $Object.hasOwnProperty.call(message, "putMany"))
                    $root.starling.v1.PutMany.encode(message.putMany, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.getMany != null && $Object.hasOwnProperty.call(message, "getMany"))
                    $root.starling.v1.GetMany.encode(message.getMany, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.deleteMany != null && $Object.hasOwnProperty.call(message, "deleteMany"))
                    $root.starling.v1.DeleteMany.encode(message.deleteMany, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.scan != null && $Object.hasOwnProperty.call(message, "scan"))
                    $root.starling.v1.Scan.encode(message.scan, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.topology != null && $Object.hasOwnProperty.call(message, "topology"))
                    $root.starling.v1.TopologyRequest.encode(message.topology, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    $root.starling.v1.StatusRequest.encode(message.status, writer.uint32(/* id 18, wireType 2 =*/146).fork(), _depth + 1).ldelim();
                if (message.locate != null && $Object.hasOwnProperty.call(message, "locate"))
                    $root.starling.v1.LocateRequest.encode(message.locate, writer.uint32(/* id 19, wireType 2 =*/154).fork(), _depth + 1).ldelim();
                if (message.removeMember != null && $Object.hasOwnProperty.call(message, "removeMember"))
                    $root.starling.v1.RemoveMember.encode(message.removeMember, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.explain != null && $Object.hasOwnProperty.call(message, "explain"))
                    $root.starling.v1.Explain.encode(message.explain, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.repair != null && $Object.hasOwnProperty.call(message, "repair"))
                    $root.starling.v1.Repair.encode(message.repair, writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
                if (message.pauseRepair != null && $Object.hasOwnProperty.call(message, "pauseRepair"))
                    $root.starling.v1.PauseRepair.encode(message.pauseRepair, writer.uint32(/* id 23, wireType 2 =*/186).fork(), _depth + 1).ldelim();
                if (message.leave != null && $Object.hasOwnProperty.call(message, "leave"))
                    $root.starling.v1.Leave.encode(message.leave, writer.uint32(/* id 24, wireType 2 =*/194).fork(), _depth + 1).ldelim();
                if (message.authenticate != null && $Object.hasOwnProperty.call(message, "authenticate"))
                    $root.starling.v1.Authenticate.encode(message.authenticate, writer.uint32(/* id 25, wireType 2 =*/202).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClientRequest message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.ClientRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.ClientRequest & starling.v1.ClientRequest.$Shape} ClientRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClientRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.ClientRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutMs = value;
                            else
                                delete message.timeoutMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.session = value;
                            else
                                delete message.session;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.sloppy = value;
                            else
                                delete message.sloppy;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.traceparent = value;
                            else
                                delete message.traceparent;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.put = $root.starling.v1.Put.decode(reader, reader.size(), $undefined, _depth + 1, message.put);
                            message.op = "put";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.get = $root.starling.v1.Get.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                            message.op = "get";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message["delete"] = $root.starling.v1.Delete.decode(reader, reader.size(), $undefined, _depth + 1, message["delete"]);
                            message.op = "delete";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.putMany = $root.starling.v1.PutMany.decode(reader, reader.size(), $undefined, _depth + 1, message.putMany);
                            message.op = "putMany";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.getMany = $root.starling.v1.GetMany.decode(reader, reader.size(), $undefined, _depth + 1, message.getMany);
                            message.op = "getMany";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.deleteMany = $root.starling.v1.DeleteMany.decode(reader, reader.size(), $undefined, _depth + 1, message.deleteMany);
                            message.op = "deleteMany";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.scan = $root.starling.v1.Scan.decode(reader, reader.size(), $undefined, _depth + 1, message.scan);
                            message.op = "scan";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.topology = $root.starling.v1.TopologyRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.topology);
                            message.op = "topology";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.status = $root.starling.v1.StatusRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                            message.op = "status";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.locate = $root.starling.v1.LocateRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.locate);
                            message.op = "locate";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.removeMember = $root.starling.v1.RemoveMember.decode(reader, reader.size(), $undefined, _depth + 1, message.removeMember);
                            message.op = "removeMember";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.explain = $root.starling.v1.Explain.decode(reader, reader.size(), $undefined, _depth + 1, message.explain);
                            message.op = "explain";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.repair = $root.starling.v1.Repair.decode(reader, reader.size(), $undefined, _depth + 1, message.repair);
                            message.op = "repair";
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.pauseRepair = $root.starling.v1.PauseRepair.decode(reader, reader.size(), $undefined, _depth + 1, message.pauseRepair);
                            message.op = "pauseRepair";
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            message.leave = $root.starling.v1.Leave.decode(reader, reader.size(), $undefined, _depth + 1, message.leave);
                            message.op = "leave";
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            message.authenticate = $root.starling.v1.Authenticate.decode(reader, reader.size(), $undefined, _depth + 1, message.authenticate);
                            message.op = "authenticate";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ClientRequest;
        })();

        v1.Authenticate = (function() {

            /**
             * Properties of an Authenticate.
             * @typedef {Object} starling.v1.Authenticate.$Properties
             * @property {string|null} [token] Authenticate token
             * @property {starling.v1.SecretProof.$Properties|null} [secretProof] Authenticate secretProof
             * @property {"token"|"secretProof"} [by] Authenticate by
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Authenticate.
             * @memberof starling.v1
             * @interface IAuthenticate
             * @augments starling.v1.Authenticate.$Properties
             * @deprecated Use starling.v1.Authenticate.$Properties instead.
             */

            /**
             * Narrowed shape of an Authenticate.
             * @typedef {{
             *   token?: string|null;
             *   secretProof?: starling.v1.SecretProof.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ by?: undefined; token?: null; secretProof?: null }|{ by?: "token"; token: string; secretProof?: null }|{ by?: "secretProof"; token?: null; secretProof: starling.v1.SecretProof.$Shape })
             * )} starling.v1.Authenticate.$Shape
             */

            /**
             * Constructs a new Authenticate.
             * @memberof starling.v1
             * @classdesc Represents an Authenticate.
             * @constructor
             * @param {starling.v1.Authenticate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Authenticate = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Authenticate token.
             * @member {string|null|undefined} token
             * @memberof starling.v1.Authenticate
             * @instance
             */
            Authenticate.prototype.token = null;

            /**
             * Authenticate secretProof.
             * @member {starling.v1.SecretProof.$Properties|null|undefined} secretProof
             * @memberof starling.v1.Authenticate
             * @instance
             */
            Authenticate.prototype.secretProof = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Authenticate by.
             * @member {"token"|"secretProof"|undefined} by
             * @memberof starling.v1.Authenticate
             * @instance
             */
            $Object.defineProperty(Authenticate.prototype, "by", {
                get: $util.oneOfGetter($oneOfFields = ["token", "secretProof"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Authenticate instance using the specified properties.
             * @function create
             * @memberof starling.v1.Authenticate
             * @static
             * @param {starling.v1.Authenticate.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Authenticate} Authenticate instance
             * @type {{
             *   (properties: starling.v1.Authenticate.$Shape): starling.v1.Authenticate & starling.v1.Authenticate.$Shape;
             *   (properties?: starling.v1.Authenticate.$Properties): starling.v1.Authenticate;
             * }}
             */
            Authenticate.create = function(properties) {
                return new Authenticate(properties);
            };

            /**
             * Encodes the specified Authenticate message. Does not implicitly {@link starling.v1.Authenticate.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Authenticate
             * @static
             * @param {starling.v1.Authenticate.$Properties} message Authenticate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Authenticate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.token);
                if (message.secretProof != null && $Object.hasOwnProperty.call(message, "secretProof"))
                    $root.starling.v1.SecretProof.encode(message.secretProof, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Authenticate message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Authenticate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Authenticate & starling.v1.Authenticate.$Shape} Authenticate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Authenticate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Authenticate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.token = reader.stringVerify();
                            message.by = "token";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.secretProof = $root.starling.v1.SecretProof.decode(reader, reader.size(), $undefined, _depth + 1, message.secretProof);
                            message.by = "secretProof";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Authenticate;
        })();

        v1.SecretProof = (function() {

            /**
             * Properties of a SecretProof.
             * @typedef {Object} starling.v1.SecretProof.$Properties
             * @property {number|null} [expiresMs] SecretProof expiresMs
             * @property {Uint8Array|null} [proof] SecretProof proof
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SecretProof.
             * @memberof starling.v1
             * @interface ISecretProof
             * @augments starling.v1.SecretProof.$Properties
             * @deprecated Use starling.v1.SecretProof.$Properties instead.
             */

            /**
             * Shape of a SecretProof.
             * @typedef {starling.v1.SecretProof.$Properties} starling.v1.SecretProof.$Shape
             */

            /**
             * Constructs a new SecretProof.
             * @memberof starling.v1
             * @classdesc Represents a SecretProof.
             * @constructor
             * @param {starling.v1.SecretProof.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SecretProof = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SecretProof expiresMs.
             * @member {number} expiresMs
             * @memberof starling.v1.SecretProof
             * @instance
             */
            SecretProof.prototype.expiresMs = 0;

            /**
             * SecretProof proof.
             * @member {Uint8Array} proof
             * @memberof starling.v1.SecretProof
             * @instance
             */
            SecretProof.prototype.proof = $util.newBuffer([]);

            /**
             * Creates a new SecretProof instance using the specified properties.
             * @function create
             * @memberof starling.v1.SecretProof
             * @static
             * @param {starling.v1.SecretProof.$Properties=} [properties] Properties to set
             * @returns {starling.v1.SecretProof} SecretProof instance
             * @type {{
             *   (properties: starling.v1.SecretProof.$Shape): starling.v1.SecretProof & starling.v1.SecretProof.$Shape;
             *   (properties?: starling.v1.SecretProof.$Properties): starling.v1.SecretProof;
             * }}
             */
            SecretProof.create = function(properties) {
                return new SecretProof(properties);
            };

            /**
             * Encodes the specified SecretProof message. Does not implicitly {@link starling.v1.SecretProof.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.SecretProof
             * @static
             * @param {starling.v1.SecretProof.$Properties} message SecretProof message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SecretProof.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.expiresMs != null && $Object.hasOwnProperty.call(message, "expiresMs") && !$Object.is(message.expiresMs, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.expiresMs);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.proof);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SecretProof message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.SecretProof
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.SecretProof & starling.v1.SecretProof.$Shape} SecretProof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SecretProof.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.SecretProof();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.expiresMs = value;
                            else
                                delete message.expiresMs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SecretProof;
        })();

        v1.Put = (function() {

            /**
             * Properties of a Put.
             * @typedef {Object} starling.v1.Put.$Properties
             * @property {string|null} [key] Put key
             * @property {string|null} [value] Put value
             * @property {starling.v1.Consistency|null} [consistency] Put consistency
             * @property {starling.v1.Durability|null} [durability] Put durability
             * @property {number|null} [ttlMs] Put ttlMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Put.
             * @memberof starling.v1
             * @interface IPut
             * @augments starling.v1.Put.$Properties
             * @deprecated Use starling.v1.Put.$Properties instead.
             */

            /**
             * Shape of a Put.
             * @typedef {starling.v1.Put.$Properties} starling.v1.Put.$Shape
             */

            /**
             * Constructs a new Put.
             * @memberof starling.v1
             * @classdesc Represents a Put.
             * @constructor
             * @param {starling.v1.Put.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Put = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Put key.
             * @member {string} key
             * @memberof starling.v1.Put
             * @instance
             */
            Put.prototype.key = "";

            /**
             * Put value.
             * @member {string} value
             * @memberof starling.v1.Put
             * @instance
             */
            Put.prototype.value = "";

            /**
             * Put consistency.
             * @member {starling.v1.Consistency} consistency
             * @memberof starling.v1.Put
             * @instance
             */
            Put.prototype.consistency = 0;

            /**
             * Put durability.
             * @member {starling.v1.Durability} durability
             * @memberof starling.v1.Put
             * @instance
             */
            Put.prototype.durability = 0;

            /**
             * Put ttlMs.
             * @member {number} ttlMs
             * @memberof starling.v1.Put
             * @instance
             */
            Put.prototype.ttlMs = 0;

            /**
             * Creates a new Put instance using the specified properties.
             * @function create
             * @memberof starling.v1.Put
             * @static
             * @param {starling.v1.Put.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Put} Put instance
             * @type {{
             *   (properties: starling.v1.Put.$Shape): starling.v1.Put & starling.v1.Put.$Shape;
             *   (properties?: starling.v1.Put.$Properties): starling.v1.Put;
             * }}
             */
            Put.create = function(properties) {
                return new Put(properties);
            };

            /**
             * Encodes the specified Put message. Does not implicitly {@link starling.v1.Put.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Put
             * @static
             * @param {starling.v1.Put.$Properties} message Put message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Put.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.value);
                if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.consistency);
                if (message.durability != null && $Object.hasOwnProperty.call(message, "durability") && message.durability !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.durability);
                if (message.ttlMs != null && $Object.hasOwnProperty.call(message, "ttlMs") && !$Object.is(message.ttlMs, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.ttlMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Put message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Put
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Put & starling.v1.Put.$Shape} Put
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Put.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Put();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.consistency = value;
                            else
                                delete message.consistency;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.durability = value;
                            else
                                delete message.durability;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.ttlMs = value;
                            else
                                delete message.ttlMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Put;
        })();

        v1.Get = (function() {

            /**
             * Properties of a Get.
             * @typedef {Object} starling.v1.Get.$Properties
             * @property {string|null} [key] Get key
             * @property {starling.v1.Consistency|null} [consistency] Get consistency
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Get.
             * @memberof starling.v1
             * @interface IGet
             * @augments starling.v1.Get.$Properties
             * @deprecated Use starling.v1.Get.$Properties instead.
             */

            /**
             * Shape of a Get.
             * @typedef {starling.v1.Get.$Properties} starling.v1.Get.$Shape
             */

            /**
             * Constructs a new Get.
             * @memberof starling.v1
             * @classdesc Represents a Get.
             * @constructor
             * @param {starling.v1.Get.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Get = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Get key.
             * @member {string} key
             * @memberof starling.v1.Get
             * @instance
             */
            Get.prototype.key = "";

            /**
             * Get consistency.
             * @member {starling.v1.Consistency} consistency
             * @memberof starling.v1.Get
             * @instance
             */
            Get.prototype.consistency = 0;

            /**
             * Creates a new Get instance using the specified properties.
             * @function create
             * @memberof starling.v1.Get
             * @static
             * @param {starling.v1.Get.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Get} Get instance
             * @type {{
             *   (properties: starling.v1.Get.$Shape): starling.v1.Get & starling.v1.Get.$Shape;
             *   (properties?: starling.v1.Get.$Properties): starling.v1.Get;
             * }}
             */
            Get.create = function(properties) {
                return new Get(properties);
            };

            /**
             * Encodes the specified Get message. Does not implicitly {@link starling.v1.Get.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Get
             * @static
             * @param {starling.v1.Get.$Properties} message Get message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Get.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
                if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.consistency);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Get message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Get
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Get & starling.v1.Get.$Shape} Get
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Get.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Get();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.consistency = value;
                            else
                                delete message.consistency;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Get;
        })();

        v1.Delete = (function() {

            /**
             * Properties of a Delete.
             * @typedef {Object} starling.v1.Delete.$Properties
             * @property {string|null} [key] Delete key
             * @property {starling.v1.Consistency|null} [consistency] Delete consistency
             * @property {starling.v1.Durability|null} [durability] Delete durability
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Delete.
             * @memberof starling.v1
             * @interface IDelete
             * @augments starling.v1.Delete.$Properties
             * @deprecated Use starling.v1.Delete.$Properties instead.
             */

            /**
             * Shape of a Delete.
             * @typedef {starling.v1.Delete.$Properties} starling.v1.Delete.$Shape
             */

            /**
             * Constructs a new Delete.
             * @memberof starling.v1
             * @classdesc Represents a Delete.
             * @constructor
             * @param {starling.v1.Delete.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Delete = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Delete key.
             * @member {string} key
             * @memberof starling.v1.Delete
             * @instance
             */
            Delete.prototype.key = "";

            /**
             * Delete consistency.
             * @member {starling.v1.Consistency} consistency
             * @memberof starling.v1.Delete
             * @instance
             */
            Delete.prototype.consistency = 0;

            /**
             * Delete durability.
             * @member {starling.v1.Durability} durability
             * @memberof starling.v1.Delete
             * @instance
             */
            Delete.prototype.durability = 0;

            /**
             * Creates a new Delete instance using the specified properties.
             * @function create
             * @memberof starling.v1.Delete
             * @static
             * @param {starling.v1.Delete.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Delete} Delete instance
             * @type {{
             *   (properties: starling.v1.Delete.$Shape): starling.v1.Delete & starling.v1.Delete.$Shape;
             *   (properties?: starling.v1.Delete.$Properties): starling.v1.Delete;
             * }}
             */
            Delete.create = function(properties) {
                return new Delete(properties);
            };

            /**
             * Encodes the specified Delete message. Does not implicitly {@link starling.v1.Delete.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Delete
             * @static
             * @param {starling.v1.Delete.$Properties} message Delete message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Delete.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
                if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.consistency);
                if (message.durability != null && $Object.hasOwnProperty.call(message, "durability") && message.durability !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.durability);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Delete message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Delete
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Delete & starling.v1.Delete.$Shape} Delete
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Delete.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Delete();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.consistency = value;
                            else
                                delete message.consistency;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.durability = value;
                            else
                                delete message.durability;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Delete;
        })();

        v1.PutMany = (function() {

            /**
             * Properties of a PutMany.
             * @typedef {Object} starling.v1.PutMany.$Properties
             * @property {Array.<starling.v1.PutMany.Item.$Properties>|null} [items] PutMany items
             * @property {starling.v1.Consistency|null} [consistency] PutMany consistency
             * @property {starling.v1.Durability|null} [durability] PutMany durability
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PutMany.
             * @memberof starling.v1
             * @interface IPutMany
             * @augments starling.v1.PutMany.$Properties
             * @deprecated Use starling.v1.PutMany.$Properties instead.
             */

            /**
             * Shape of a PutMany.
             * @typedef {starling.v1.PutMany.$Properties} starling.v1.PutMany.$Shape
             */

            /**
             * Constructs a new PutMany.
             * @memberof starling.v1
             * @classdesc Represents a PutMany.
             * @constructor
             * @param {starling.v1.PutMany.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PutMany = function (properties) {
                this.items = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PutMany items.
             * @member {Array.<starling.v1.PutMany.Item.$Properties>} items
             * @memberof starling.v1.PutMany
             * @instance
             */
            PutMany.prototype.items = $util.emptyArray;

            /**
             * PutMany consistency.
             * @member {starling.v1.Consistency} consistency
             * @memberof starling.v1.PutMany
             * @instance
             */
            PutMany.prototype.consistency = 0;

            /**
             * PutMany durability.
             * @member {starling.v1.Durability} durability
             * @memberof starling.v1.PutMany
             * @instance
             */
            PutMany.prototype.durability = 0;

            /**
             * Creates a new PutMany instance using the specified properties.
             * @function create
             * @memberof starling.v1.PutMany
             * @static
             * @param {starling.v1.PutMany.$Properties=} [properties] Properties to set
             * @returns {starling.v1.PutMany} PutMany instance
             * @type {{
             *   (properties: starling.v1.PutMany.$Shape): starling.v1.PutMany & starling.v1.PutMany.$Shape;
             *   (properties?: starling.v1.PutMany.$Properties): starling.v1.PutMany;
             * }}
             */
            PutMany.create = function(properties) {
                return new PutMany(properties);
            };

            /**
             * Encodes the specified PutMany message. Does not implicitly {@link starling.v1.PutMany.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.PutMany
             * @static
             * @param {starling.v1.PutMany.$Properties} message PutMany message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PutMany.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.items != null && message.items.length)
                    for (let i = 0; i < message.items.length; ++i)
                        $root.starling.v1.PutMany.Item.encode(message.items[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.consistency);
                if (message.durability != null && $Object.hasOwnProperty.call(message, "durability") && message.durability !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.durability);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PutMany message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.PutMany
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.PutMany & starling.v1.PutMany.$Shape} PutMany
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PutMany.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.PutMany();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.items && message.items.length))
                                message.items = [];
                            message.items.push($root.starling.v1.PutMany.Item.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.consistency = value;
                            else
                                delete message.consistency;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.durability = value;
                            else
                                delete message.durability;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PutMany.Item = (function() {

                /**
                 * Properties of an Item.
                 * @typedef {Object} starling.v1.PutMany.Item.$Properties
                 * @property {string|null} [key] Item key
                 * @property {string|null} [value] Item value
                 * @property {number|null} [ttlMs] Item ttlMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Item.
                 * @memberof starling.v1.PutMany
                 * @interface IItem
                 * @augments starling.v1.PutMany.Item.$Properties
                 * @deprecated Use starling.v1.PutMany.Item.$Properties instead.
                 */

                /**
                 * Shape of an Item.
                 * @typedef {starling.v1.PutMany.Item.$Properties} starling.v1.PutMany.Item.$Shape
                 */

                /**
                 * Constructs a new Item.
                 * @memberof starling.v1.PutMany
                 * @classdesc Represents an Item.
                 * @constructor
                 * @param {starling.v1.PutMany.Item.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Item = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Item key.
                 * @member {string} key
                 * @memberof starling.v1.PutMany.Item
                 * @instance
                 */
                Item.prototype.key = "";

                /**
                 * Item value.
                 * @member {string} value
                 * @memberof starling.v1.PutMany.Item
                 * @instance
                 */
                Item.prototype.value = "";

                /**
                 * Item ttlMs.
                 * @member {number} ttlMs
                 * @memberof starling.v1.PutMany.Item
                 * @instance
                 */
                Item.prototype.ttlMs = 0;

                /**
                 * Creates a new Item instance using the specified properties.
                 * @function create
                 * @memberof starling.v1.PutMany.Item
                 * @static
                 * @param {starling.v1.PutMany.Item.$Properties=} [properties] Properties to set
                 * @returns {starling.v1.PutMany.Item} Item instance
                 * @type {{
                 *   (properties: starling.v1.PutMany.Item.$Shape): starling.v1.PutMany.Item & starling.v1.PutMany.Item.$Shape;
                 *   (properties?: starling.v1.PutMany.Item.$Properties): starling.v1.PutMany.Item;
                 * }}
                 */
                Item.create = function(properties) {
                    return new Item(properties);
                };

                /**
                 * Encodes the specified Item message. Does not implicitly {@link starling.v1.PutMany.Item.verify|verify} messages.
                 * @function encode
                 * @memberof starling.v1.PutMany.Item
                 * @static
                 * @param {starling.v1.PutMany.Item.$Properties} message Item message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Item.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.value);
                    if (message.ttlMs != null && $Object.hasOwnProperty.call(message, "ttlMs") && !$Object.is(message.ttlMs, 0))
                        writer.uint32(/* id 3, wireType 1 =*/25).double(message.ttlMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Item message from the specified reader or buffer.
                 * @function decode
                 * @memberof starling.v1.PutMany.Item
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {starling.v1.PutMany.Item & starling.v1.PutMany.Item.$Shape} Item
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Item.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.starling.v1.PutMany.Item();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.value = value;
                                else
                                    delete message.value;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 1)
                                    break;
                                if (!$Object.is(value = reader.double(), 0))
                                    message.ttlMs = value;
                                else
                                    delete message.ttlMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Item;
            })();

            return PutMany;
        })();

        v1.GetMany = (function() {

            /**
             * Properties of a GetMany.
             * @typedef {Object} starling.v1.GetMany.$Properties
             * @property {Array.<string>|null} [keys] GetMany keys
             * @property {starling.v1.Consistency|null} [consistency] GetMany consistency
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetMany.
             * @memberof starling.v1
             * @interface IGetMany
             * @augments starling.v1.GetMany.$Properties
             * @deprecated Use starling.v1.GetMany.$Properties instead.
             */

            /**
             * Shape of a GetMany.
             * @typedef {starling.v1.GetMany.$Properties} starling.v1.GetMany.$Shape
             */

            /**
             * Constructs a new GetMany.
             * @memberof starling.v1
             * @classdesc Represents a GetMany.
             * @constructor
             * @param {starling.v1.GetMany.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetMany = function (properties) {
                this.keys = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetMany keys.
             * @member {Array.<string>} keys
             * @memberof starling.v1.GetMany
             * @instance
             */
            GetMany.prototype.keys = $util.emptyArray;

            /**
             * GetMany consistency.
             * @member {starling.v1.Consistency} consistency
             * @memberof starling.v1.GetMany
             * @instance
             */
            GetMany.prototype.consistency = 0;

            /**
             * Creates a new GetMany instance using the specified properties.
             * @function create
             * @memberof starling.v1.GetMany
             * @static
             * @param {starling.v1.GetMany.$Properties=} [properties] Properties to set
             * @returns {starling.v1.GetMany} GetMany instance
             * @type {{
             *   (properties: starling.v1.GetMany.$Shape): starling.v1.GetMany & starling.v1.GetMany.$Shape;
             *   (properties?: starling.v1.GetMany.$Properties): starling.v1.GetMany;
             * }}
             */
            GetMany.create = function(properties) {
                return new GetMany(properties);
            };

            /**
             * Encodes the specified GetMany message. Does not implicitly {@link starling.v1.GetMany.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.GetMany
             * @static
             * @param {starling.v1.GetMany.$Properties} message GetMany message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetMany.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.keys[i]);
                if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.consistency);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetMany message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.GetMany
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.GetMany & starling.v1.GetMany.$Shape} GetMany
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetMany.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.GetMany();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keys && message.keys.length))
                                message.keys = [];
                            message.keys.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.consistency = value;
                            else
                                delete message.consistency;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetMany;
        })();

        v1.DeleteMany = (function() {

            /**
             * Properties of a DeleteMany.
             * @typedef {Object} starling.v1.DeleteMany.$Properties
             * @property {Array.<string>|null} [keys] DeleteMany keys
             * @property {starling.v1.Consistency|null} [consistency] DeleteMany consistency
             * @property {starling.v1.Durability|null} [durability] DeleteMany durability
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DeleteMany.
             * @memberof starling.v1
             * @interface IDeleteMany
             * @augments starling.v1.DeleteMany.$Properties
             * @deprecated Use starling.v1.DeleteMany.$Properties instead.
             */

            /**
             * Shape of a DeleteMany.
             * @typedef {starling.v1.DeleteMany.$Properties} starling.v1.DeleteMany.$Shape
             */

            /**
             * Constructs a new DeleteMany.
             * @memberof starling.v1
             * @classdesc Represents a DeleteMany.
             * @constructor
             * @param {starling.v1.DeleteMany.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DeleteMany = function (properties) {
                this.keys = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DeleteMany keys.
             * @member {Array.<string>} keys
             * @memberof starling.v1.DeleteMany
             * @instance
             */
            DeleteMany.prototype.keys = $util.emptyArray;

            /**
             * DeleteMany consistency.
             * @member {starling.v1.Consistency} consistency
             * @memberof starling.v1.DeleteMany
             * @instance
             */
            DeleteMany.prototype.consistency = 0;

            /**
             * DeleteMany durability.
             * @member {starling.v1.Durability} durability
             * @memberof starling.v1.DeleteMany
             * @instance
             */
            DeleteMany.prototype.durability = 0;

            /**
             * Creates a new DeleteMany instance using the specified properties.
             * @function create
             * @memberof starling.v1.DeleteMany
             * @static
             * @param {starling.v1.DeleteMany.$Properties=} [properties] Properties to set
             * @returns {starling.v1.DeleteMany} DeleteMany instance
             * @type {{
             *   (properties: starling.v1.DeleteMany.$Shape): starling.v1.DeleteMany & starling.v1.DeleteMany.$Shape;
             *   (properties?: starling.v1.DeleteMany.$Properties): starling.v1.DeleteMany;
             * }}
             */
            DeleteMany.create = function(properties) {
                return new DeleteMany(properties);
            };

            /**
             * Encodes the specified DeleteMany message. Does not implicitly {@link starling.v1.DeleteMany.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.DeleteMany
             * @static
             * @param {starling.v1.DeleteMany.$Properties} message DeleteMany message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DeleteMany.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.keys[i]);
                if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.consistency);
                if (message.durability != null && $Object.hasOwnProperty.call(message, "durability") && message.durability !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.durability);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DeleteMany message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.DeleteMany
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.DeleteMany & starling.v1.DeleteMany.$Shape} DeleteMany
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DeleteMany.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.DeleteMany();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keys && message.keys.length))
                                message.keys = [];
                            message.keys.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.consistency = value;
                            else
                                delete message.consistency;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.durability = value;
                            else
                                delete message.durability;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeleteMany;
        })();

        v1.Scan = (function() {

            /**
             * Properties of a Scan.
             * @typedef {Object} starling.v1.Scan.$Properties
             * @property {number|null} [partition] Scan partition
             * @property {Uint8Array|null} [cursor] Scan cursor
             * @property {number|null} [limitBytes] Scan limitBytes
             * @property {starling.v1.Consistency|null} [consistency] Scan consistency
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Scan.
             * @memberof starling.v1
             * @interface IScan
             * @augments starling.v1.Scan.$Properties
             * @deprecated Use starling.v1.Scan.$Properties instead.
             */

            /**
             * Shape of a Scan.
             * @typedef {starling.v1.Scan.$Properties} starling.v1.Scan.$Shape
             */

            /**
             * Constructs a new Scan.
             * @memberof starling.v1
             * @classdesc Represents a Scan.
             * @constructor
             * @param {starling.v1.Scan.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Scan = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Scan partition.
             * @member {number} partition
             * @memberof starling.v1.Scan
             * @instance
             */
            Scan.prototype.partition = 0;

            /**
             * Scan cursor.
             * @member {Uint8Array} cursor
             * @memberof starling.v1.Scan
             * @instance
             */
            Scan.prototype.cursor = $util.newBuffer([]);

            /**
             * Scan limitBytes.
             * @member {number} limitBytes
             * @memberof starling.v1.Scan
             * @instance
             */
            Scan.prototype.limitBytes = 0;

            /**
             * Scan consistency.
             * @member {starling.v1.Consistency} consistency
             * @memberof starling.v1.Scan
             * @instance
             */
            Scan.prototype.consistency = 0;

            /**
             * Creates a new Scan instance using the specified properties.
             * @function create
             * @memberof starling.v1.Scan
             * @static
             * @param {starling.v1.Scan.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Scan} Scan instance
             * @type {{
             *   (properties: starling.v1.Scan.$Shape): starling.v1.Scan & starling.v1.Scan.$Shape;
             *   (properties?: starling.v1.Scan.$Properties): starling.v1.Scan;
             * }}
             */
            Scan.create = function(properties) {
                return new Scan(properties);
            };

            /**
             * Encodes the specified Scan message. Does not implicitly {@link starling.v1.Scan.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Scan
             * @static
             * @param {starling.v1.Scan.$Properties} message Scan message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Scan.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.partition);
                if (message.cursor != null && $Object.hasOwnProperty.call(message, "cursor") && message.cursor.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.cursor);
                if (message.limitBytes != null && $Object.hasOwnProperty.call(message, "limitBytes") && message.limitBytes !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.limitBytes);
                if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.consistency);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Scan message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Scan
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Scan & starling.v1.Scan.$Shape} Scan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Scan.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Scan();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partition = value;
                            else
                                delete message.partition;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.cursor = value;
                            else
                                delete message.cursor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.limitBytes = value;
                            else
                                delete message.limitBytes;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.consistency = value;
                            else
                                delete message.consistency;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Scan;
        })();

        v1.TopologyRequest = (function() {

            /**
             * Properties of a TopologyRequest.
             * @typedef {Object} starling.v1.TopologyRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TopologyRequest.
             * @memberof starling.v1
             * @interface ITopologyRequest
             * @augments starling.v1.TopologyRequest.$Properties
             * @deprecated Use starling.v1.TopologyRequest.$Properties instead.
             */

            /**
             * Shape of a TopologyRequest.
             * @typedef {starling.v1.TopologyRequest.$Properties} starling.v1.TopologyRequest.$Shape
             */

            /**
             * Constructs a new TopologyRequest.
             * @memberof starling.v1
             * @classdesc Represents a TopologyRequest.
             * @constructor
             * @param {starling.v1.TopologyRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TopologyRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new TopologyRequest instance using the specified properties.
             * @function create
             * @memberof starling.v1.TopologyRequest
             * @static
             * @param {starling.v1.TopologyRequest.$Properties=} [properties] Properties to set
             * @returns {starling.v1.TopologyRequest} TopologyRequest instance
             * @type {{
             *   (properties: starling.v1.TopologyRequest.$Shape): starling.v1.TopologyRequest & starling.v1.TopologyRequest.$Shape;
             *   (properties?: starling.v1.TopologyRequest.$Properties): starling.v1.TopologyRequest;
             * }}
             */
            TopologyRequest.create = function(properties) {
                return new TopologyRequest(properties);
            };

            /**
             * Encodes the specified TopologyRequest message. Does not implicitly {@link starling.v1.TopologyRequest.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.TopologyRequest
             * @static
             * @param {starling.v1.TopologyRequest.$Properties} message TopologyRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TopologyRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TopologyRequest message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.TopologyRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.TopologyRequest & starling.v1.TopologyRequest.$Shape} TopologyRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TopologyRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.TopologyRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TopologyRequest;
        })();

        v1.StatusRequest = (function() {

            /**
             * Properties of a StatusRequest.
             * @typedef {Object} starling.v1.StatusRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StatusRequest.
             * @memberof starling.v1
             * @interface IStatusRequest
             * @augments starling.v1.StatusRequest.$Properties
             * @deprecated Use starling.v1.StatusRequest.$Properties instead.
             */

            /**
             * Shape of a StatusRequest.
             * @typedef {starling.v1.StatusRequest.$Properties} starling.v1.StatusRequest.$Shape
             */

            /**
             * Constructs a new StatusRequest.
             * @memberof starling.v1
             * @classdesc Represents a StatusRequest.
             * @constructor
             * @param {starling.v1.StatusRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StatusRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new StatusRequest instance using the specified properties.
             * @function create
             * @memberof starling.v1.StatusRequest
             * @static
             * @param {starling.v1.StatusRequest.$Properties=} [properties] Properties to set
             * @returns {starling.v1.StatusRequest} StatusRequest instance
             * @type {{
             *   (properties: starling.v1.StatusRequest.$Shape): starling.v1.StatusRequest & starling.v1.StatusRequest.$Shape;
             *   (properties?: starling.v1.StatusRequest.$Properties): starling.v1.StatusRequest;
             * }}
             */
            StatusRequest.create = function(properties) {
                return new StatusRequest(properties);
            };

            /**
             * Encodes the specified StatusRequest message. Does not implicitly {@link starling.v1.StatusRequest.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.StatusRequest
             * @static
             * @param {starling.v1.StatusRequest.$Properties} message StatusRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StatusRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StatusRequest message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.StatusRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.StatusRequest & starling.v1.StatusRequest.$Shape} StatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StatusRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.StatusRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StatusRequest;
        })();

        v1.LocateRequest = (function() {

            /**
             * Properties of a LocateRequest.
             * @typedef {Object} starling.v1.LocateRequest.$Properties
             * @property {string|null} [key] LocateRequest key
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LocateRequest.
             * @memberof starling.v1
             * @interface ILocateRequest
             * @augments starling.v1.LocateRequest.$Properties
             * @deprecated Use starling.v1.LocateRequest.$Properties instead.
             */

            /**
             * Shape of a LocateRequest.
             * @typedef {starling.v1.LocateRequest.$Properties} starling.v1.LocateRequest.$Shape
             */

            /**
             * Constructs a new LocateRequest.
             * @memberof starling.v1
             * @classdesc Represents a LocateRequest.
             * @constructor
             * @param {starling.v1.LocateRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LocateRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LocateRequest key.
             * @member {string} key
             * @memberof starling.v1.LocateRequest
             * @instance
             */
            LocateRequest.prototype.key = "";

            /**
             * Creates a new LocateRequest instance using the specified properties.
             * @function create
             * @memberof starling.v1.LocateRequest
             * @static
             * @param {starling.v1.LocateRequest.$Properties=} [properties] Properties to set
             * @returns {starling.v1.LocateRequest} LocateRequest instance
             * @type {{
             *   (properties: starling.v1.LocateRequest.$Shape): starling.v1.LocateRequest & starling.v1.LocateRequest.$Shape;
             *   (properties?: starling.v1.LocateRequest.$Properties): starling.v1.LocateRequest;
             * }}
             */
            LocateRequest.create = function(properties) {
                return new LocateRequest(properties);
            };

            /**
             * Encodes the specified LocateRequest message. Does not implicitly {@link starling.v1.LocateRequest.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.LocateRequest
             * @static
             * @param {starling.v1.LocateRequest.$Properties} message LocateRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LocateRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LocateRequest message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.LocateRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.LocateRequest & starling.v1.LocateRequest.$Shape} LocateRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LocateRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.LocateRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LocateRequest;
        })();

        v1.RemoveMember = (function() {

            /**
             * Properties of a RemoveMember.
             * @typedef {Object} starling.v1.RemoveMember.$Properties
             * @property {string|null} [peer] RemoveMember peer
             * @property {boolean|null} [force] RemoveMember force
             * @property {number|null} [expiresMs] RemoveMember expiresMs
             * @property {Uint8Array|null} [proof] RemoveMember proof
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RemoveMember.
             * @memberof starling.v1
             * @interface IRemoveMember
             * @augments starling.v1.RemoveMember.$Properties
             * @deprecated Use starling.v1.RemoveMember.$Properties instead.
             */

            /**
             * Shape of a RemoveMember.
             * @typedef {starling.v1.RemoveMember.$Properties} starling.v1.RemoveMember.$Shape
             */

            /**
             * Constructs a new RemoveMember.
             * @memberof starling.v1
             * @classdesc Represents a RemoveMember.
             * @constructor
             * @param {starling.v1.RemoveMember.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RemoveMember = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RemoveMember peer.
             * @member {string} peer
             * @memberof starling.v1.RemoveMember
             * @instance
             */
            RemoveMember.prototype.peer = "";

            /**
             * RemoveMember force.
             * @member {boolean} force
             * @memberof starling.v1.RemoveMember
             * @instance
             */
            RemoveMember.prototype.force = false;

            /**
             * RemoveMember expiresMs.
             * @member {number} expiresMs
             * @memberof starling.v1.RemoveMember
             * @instance
             */
            RemoveMember.prototype.expiresMs = 0;

            /**
             * RemoveMember proof.
             * @member {Uint8Array} proof
             * @memberof starling.v1.RemoveMember
             * @instance
             */
            RemoveMember.prototype.proof = $util.newBuffer([]);

            /**
             * Creates a new RemoveMember instance using the specified properties.
             * @function create
             * @memberof starling.v1.RemoveMember
             * @static
             * @param {starling.v1.RemoveMember.$Properties=} [properties] Properties to set
             * @returns {starling.v1.RemoveMember} RemoveMember instance
             * @type {{
             *   (properties: starling.v1.RemoveMember.$Shape): starling.v1.RemoveMember & starling.v1.RemoveMember.$Shape;
             *   (properties?: starling.v1.RemoveMember.$Properties): starling.v1.RemoveMember;
             * }}
             */
            RemoveMember.create = function(properties) {
                return new RemoveMember(properties);
            };

            /**
             * Encodes the specified RemoveMember message. Does not implicitly {@link starling.v1.RemoveMember.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.RemoveMember
             * @static
             * @param {starling.v1.RemoveMember.$Properties} message RemoveMember message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RemoveMember.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.peer);
                if (message.force != null && $Object.hasOwnProperty.call(message, "force") && message.force !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.force);
                if (message.expiresMs != null && $Object.hasOwnProperty.call(message, "expiresMs") && !$Object.is(message.expiresMs, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.expiresMs);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.proof);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RemoveMember message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.RemoveMember
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.RemoveMember & starling.v1.RemoveMember.$Shape} RemoveMember
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RemoveMember.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.RemoveMember();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.peer = value;
                            else
                                delete message.peer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.force = value;
                            else
                                delete message.force;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.expiresMs = value;
                            else
                                delete message.expiresMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RemoveMember;
        })();

        v1.Leave = (function() {

            /**
             * Properties of a Leave.
             * @typedef {Object} starling.v1.Leave.$Properties
             * @property {string|null} [peer] Leave peer
             * @property {number|null} [expiresMs] Leave expiresMs
             * @property {Uint8Array|null} [proof] Leave proof
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Leave.
             * @memberof starling.v1
             * @interface ILeave
             * @augments starling.v1.Leave.$Properties
             * @deprecated Use starling.v1.Leave.$Properties instead.
             */

            /**
             * Shape of a Leave.
             * @typedef {starling.v1.Leave.$Properties} starling.v1.Leave.$Shape
             */

            /**
             * Constructs a new Leave.
             * @memberof starling.v1
             * @classdesc Represents a Leave.
             * @constructor
             * @param {starling.v1.Leave.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Leave = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Leave peer.
             * @member {string} peer
             * @memberof starling.v1.Leave
             * @instance
             */
            Leave.prototype.peer = "";

            /**
             * Leave expiresMs.
             * @member {number} expiresMs
             * @memberof starling.v1.Leave
             * @instance
             */
            Leave.prototype.expiresMs = 0;

            /**
             * Leave proof.
             * @member {Uint8Array} proof
             * @memberof starling.v1.Leave
             * @instance
             */
            Leave.prototype.proof = $util.newBuffer([]);

            /**
             * Creates a new Leave instance using the specified properties.
             * @function create
             * @memberof starling.v1.Leave
             * @static
             * @param {starling.v1.Leave.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Leave} Leave instance
             * @type {{
             *   (properties: starling.v1.Leave.$Shape): starling.v1.Leave & starling.v1.Leave.$Shape;
             *   (properties?: starling.v1.Leave.$Properties): starling.v1.Leave;
             * }}
             */
            Leave.create = function(properties) {
                return new Leave(properties);
            };

            /**
             * Encodes the specified Leave message. Does not implicitly {@link starling.v1.Leave.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Leave
             * @static
             * @param {starling.v1.Leave.$Properties} message Leave message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Leave.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.peer);
                if (message.expiresMs != null && $Object.hasOwnProperty.call(message, "expiresMs") && !$Object.is(message.expiresMs, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.expiresMs);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.proof);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Leave message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Leave
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Leave & starling.v1.Leave.$Shape} Leave
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Leave.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Leave();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.peer = value;
                            else
                                delete message.peer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.expiresMs = value;
                            else
                                delete message.expiresMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Leave;
        })();

        v1.Explain = (function() {

            /**
             * Properties of an Explain.
             * @typedef {Object} starling.v1.Explain.$Properties
             * @property {string|null} [key] Explain key
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Explain.
             * @memberof starling.v1
             * @interface IExplain
             * @augments starling.v1.Explain.$Properties
             * @deprecated Use starling.v1.Explain.$Properties instead.
             */

            /**
             * Shape of an Explain.
             * @typedef {starling.v1.Explain.$Properties} starling.v1.Explain.$Shape
             */

            /**
             * Constructs a new Explain.
             * @memberof starling.v1
             * @classdesc Represents an Explain.
             * @constructor
             * @param {starling.v1.Explain.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Explain = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Explain key.
             * @member {string} key
             * @memberof starling.v1.Explain
             * @instance
             */
            Explain.prototype.key = "";

            /**
             * Creates a new Explain instance using the specified properties.
             * @function create
             * @memberof starling.v1.Explain
             * @static
             * @param {starling.v1.Explain.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Explain} Explain instance
             * @type {{
             *   (properties: starling.v1.Explain.$Shape): starling.v1.Explain & starling.v1.Explain.$Shape;
             *   (properties?: starling.v1.Explain.$Properties): starling.v1.Explain;
             * }}
             */
            Explain.create = function(properties) {
                return new Explain(properties);
            };

            /**
             * Encodes the specified Explain message. Does not implicitly {@link starling.v1.Explain.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Explain
             * @static
             * @param {starling.v1.Explain.$Properties} message Explain message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Explain.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Explain message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Explain
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Explain & starling.v1.Explain.$Shape} Explain
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Explain.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Explain();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Explain;
        })();

        v1.Repair = (function() {

            /**
             * Properties of a Repair.
             * @typedef {Object} starling.v1.Repair.$Properties
             * @property {number|null} [run] Repair run
             * @property {string|null} [peer] Repair peer
             * @property {number|null} [partition] Repair partition
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Repair.
             * @memberof starling.v1
             * @interface IRepair
             * @augments starling.v1.Repair.$Properties
             * @deprecated Use starling.v1.Repair.$Properties instead.
             */

            /**
             * Shape of a Repair.
             * @typedef {starling.v1.Repair.$Properties} starling.v1.Repair.$Shape
             */

            /**
             * Constructs a new Repair.
             * @memberof starling.v1
             * @classdesc Represents a Repair.
             * @constructor
             * @param {starling.v1.Repair.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Repair = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Repair run.
             * @member {number} run
             * @memberof starling.v1.Repair
             * @instance
             */
            Repair.prototype.run = 0;

            /**
             * Repair peer.
             * @member {string} peer
             * @memberof starling.v1.Repair
             * @instance
             */
            Repair.prototype.peer = "";

            /**
             * Repair partition.
             * @member {number|null|undefined} partition
             * @memberof starling.v1.Repair
             * @instance
             */
            Repair.prototype.partition = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Repair.prototype, "_partition", {
                get: $util.oneOfGetter($oneOfFields = ["partition"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Repair instance using the specified properties.
             * @function create
             * @memberof starling.v1.Repair
             * @static
             * @param {starling.v1.Repair.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Repair} Repair instance
             * @type {{
             *   (properties: starling.v1.Repair.$Shape): starling.v1.Repair & starling.v1.Repair.$Shape;
             *   (properties?: starling.v1.Repair.$Properties): starling.v1.Repair;
             * }}
             */
            Repair.create = function(properties) {
                return new Repair(properties);
            };

            /**
             * Encodes the specified Repair message. Does not implicitly {@link starling.v1.Repair.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Repair
             * @static
             * @param {starling.v1.Repair.$Properties} message Repair message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Repair.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.run != null && $Object.hasOwnProperty.call(message, "run") && message.run !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.run);
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.peer);
                if (message.partition != null && $Object.hasOwnProperty.call(message, "partition"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.partition);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Repair message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Repair
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Repair & starling.v1.Repair.$Shape} Repair
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Repair.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Repair();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.run = value;
                            else
                                delete message.run;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.peer = value;
                            else
                                delete message.peer;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.partition = reader.uint32();
                            message._partition = "partition";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Repair;
        })();

        v1.PauseRepair = (function() {

            /**
             * Properties of a PauseRepair.
             * @typedef {Object} starling.v1.PauseRepair.$Properties
             * @property {string|null} [peer] PauseRepair peer
             * @property {number|null} [pauseMs] PauseRepair pauseMs
             * @property {number|null} [expiresMs] PauseRepair expiresMs
             * @property {Uint8Array|null} [proof] PauseRepair proof
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PauseRepair.
             * @memberof starling.v1
             * @interface IPauseRepair
             * @augments starling.v1.PauseRepair.$Properties
             * @deprecated Use starling.v1.PauseRepair.$Properties instead.
             */

            /**
             * Shape of a PauseRepair.
             * @typedef {starling.v1.PauseRepair.$Properties} starling.v1.PauseRepair.$Shape
             */

            /**
             * Constructs a new PauseRepair.
             * @memberof starling.v1
             * @classdesc Represents a PauseRepair.
             * @constructor
             * @param {starling.v1.PauseRepair.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PauseRepair = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PauseRepair peer.
             * @member {string} peer
             * @memberof starling.v1.PauseRepair
             * @instance
             */
            PauseRepair.prototype.peer = "";

            /**
             * PauseRepair pauseMs.
             * @member {number} pauseMs
             * @memberof starling.v1.PauseRepair
             * @instance
             */
            PauseRepair.prototype.pauseMs = 0;

            /**
             * PauseRepair expiresMs.
             * @member {number} expiresMs
             * @memberof starling.v1.PauseRepair
             * @instance
             */
            PauseRepair.prototype.expiresMs = 0;

            /**
             * PauseRepair proof.
             * @member {Uint8Array} proof
             * @memberof starling.v1.PauseRepair
             * @instance
             */
            PauseRepair.prototype.proof = $util.newBuffer([]);

            /**
             * Creates a new PauseRepair instance using the specified properties.
             * @function create
             * @memberof starling.v1.PauseRepair
             * @static
             * @param {starling.v1.PauseRepair.$Properties=} [properties] Properties to set
             * @returns {starling.v1.PauseRepair} PauseRepair instance
             * @type {{
             *   (properties: starling.v1.PauseRepair.$Shape): starling.v1.PauseRepair & starling.v1.PauseRepair.$Shape;
             *   (properties?: starling.v1.PauseRepair.$Properties): starling.v1.PauseRepair;
             * }}
             */
            PauseRepair.create = function(properties) {
                return new PauseRepair(properties);
            };

            /**
             * Encodes the specified PauseRepair message. Does not implicitly {@link starling.v1.PauseRepair.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.PauseRepair
             * @static
             * @param {starling.v1.PauseRepair.$Properties} message PauseRepair message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PauseRepair.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.peer);
                if (message.pauseMs != null && $Object.hasOwnProperty.call(message, "pauseMs") && !$Object.is(message.pauseMs, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.pauseMs);
                if (message.expiresMs != null && $Object.hasOwnProperty.call(message, "expiresMs") && !$Object.is(message.expiresMs, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.expiresMs);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.proof);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PauseRepair message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.PauseRepair
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.PauseRepair & starling.v1.PauseRepair.$Shape} PauseRepair
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PauseRepair.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.PauseRepair();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.peer = value;
                            else
                                delete message.peer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.pauseMs = value;
                            else
                                delete message.pauseMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.expiresMs = value;
                            else
                                delete message.expiresMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PauseRepair;
        })();

        v1.ClientResponse = (function() {

            /**
             * Properties of a ClientResponse.
             * @typedef {Object} starling.v1.ClientResponse.$Properties
             * @property {number|null} [id] ClientResponse id
             * @property {starling.v1.WriteResult.$Properties|null} [write] ClientResponse write
             * @property {starling.v1.ReadResult.$Properties|null} [read] ClientResponse read
             * @property {starling.v1.WriteManyResult.$Properties|null} [writeMany] ClientResponse writeMany
             * @property {starling.v1.ReadManyResult.$Properties|null} [readMany] ClientResponse readMany
             * @property {starling.v1.ScanPage.$Properties|null} [scan] ClientResponse scan
             * @property {starling.v1.Topology.$Properties|null} [topology] ClientResponse topology
             * @property {starling.v1.Status.$Properties|null} [status] ClientResponse status
             * @property {starling.v1.Location.$Properties|null} [location] ClientResponse location
             * @property {starling.v1.MemberRemoved.$Properties|null} [memberRemoved] ClientResponse memberRemoved
             * @property {starling.v1.Explanation.$Properties|null} [explanation] ClientResponse explanation
             * @property {starling.v1.RepairProgress.$Properties|null} [repairProgress] ClientResponse repairProgress
             * @property {starling.v1.RepairPaused.$Properties|null} [repairPaused] ClientResponse repairPaused
             * @property {starling.v1.Leaving.$Properties|null} [leaving] ClientResponse leaving
             * @property {starling.v1.Authenticated.$Properties|null} [authenticated] ClientResponse authenticated
             * @property {starling.v1.Error.$Properties|null} [error] ClientResponse error
             * @property {"write"|"read"|"writeMany"|"readMany"|"scan"|"topology"|"status"|"location"|"memberRemoved"|"explanation"|"repairProgress"|"repairPaused"|"leaving"|"authenticated"|"error"} [result] ClientResponse result
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClientResponse.
             * @memberof starling.v1
             * @interface IClientResponse
             * @augments starling.v1.ClientResponse.$Properties
             * @deprecated Use starling.v1.ClientResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a ClientResponse.
             * @typedef {{
             *   id?: number|null;
             *   write?: starling.v1.WriteResult.$Shape|null;
             *   read?: starling.v1.ReadResult.$Shape|null;
             *   writeMany?: starling.v1.WriteManyResult.$Shape|null;
             *   readMany?: starling.v1.ReadManyResult.$Shape|null;
             *   scan?: starling.v1.ScanPage.$Shape|null;
             *   topology?: starling.v1.Topology.$Shape|null;
             *   status?: starling.v1.Status.$Shape|null;
             *   location?: starling.v1.Location.$Shape|null;
             *   memberRemoved?: starling.v1.MemberRemoved.$Shape|null;
             *   explanation?: starling.v1.Explanation.$Shape|null;
             *   repairProgress?: starling.v1.RepairProgress.$Shape|null;
             *   repairPaused?: starling.v1.RepairPaused.$Shape|null;
             *   leaving?: starling.v1.Leaving.$Shape|null;
             *   authenticated?: starling.v1.Authenticated.$Shape|null;
             *   error?: starling.v1.Error.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ result?: undefined; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "write"; write: starling.v1.WriteResult.$Shape; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "read"; write?: null; read: starling.v1.ReadResult.$Shape; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "writeMany"; write?: null; read?: null; writeMany: starling.v1.WriteManyResult.$Shape; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "readMany"; write?: null; read?: null; writeMany?: null; readMany: starling.v1.ReadManyResult.$Shape; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "scan"; write?: null; read?: null; writeMany?: null; readMany?: null; scan: starling.v1.ScanPage.$Shape; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "topology"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology: starling.v1.Topology.$Shape; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "status"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status: starling.v1.Status.$Shape; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "location"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location: starling.v1.Location.$Shape; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "memberRemoved"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved: starling.v1.MemberRemoved.$Shape; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "explanation"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation: starling.v1.Explanation.$Shape; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "repairProgress"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress: starling.v1.RepairProgress.$Shape; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "repairPaused"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused: starling.v1.RepairPaused.$Shape; leaving?: null; authenticated?: null; error?: null }|{ result?: "leaving"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving: starling.v1.Leaving.$Shape; authenticated?: null; error?: null }|{ result?: "authenticated"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated: starling.v1.Authenticated.$Shape; error?: null }|{ result?: "error"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error: starling.v1.Error.$Shape })
             * )} starling.v1.ClientResponse.$Shape
             */

            /**
             * Constructs a new ClientResponse.
             * @memberof starling.v1
             * @classdesc Represents a ClientResponse.
             * @constructor
             * @param {starling.v1.ClientResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClientResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClientResponse id.
             * @member {number} id
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.id = 0;

            /**
             * ClientResponse write.
             * @member {starling.v1.WriteResult.$Properties|null|undefined} write
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.write = null;

            /**
             * ClientResponse read.
             * @member {starling.v1.ReadResult.$Properties|null|undefined} read
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.read = null;

            /**
             * ClientResponse writeMany.
             * @member {starling.v1.WriteManyResult.$Properties|null|undefined} writeMany
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.writeMany = null;

            /**
             * ClientResponse readMany.
             * @member {starling.v1.ReadManyResult.$Properties|null|undefined} readMany
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.readMany = null;

            /**
             * ClientResponse scan.
             * @member {starling.v1.ScanPage.$Properties|null|undefined} scan
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.scan = null;

            /**
             * ClientResponse topology.
             * @member {starling.v1.Topology.$Properties|null|undefined} topology
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.topology = null;

            /**
             * ClientResponse status.
             * @member {starling.v1.Status.$Properties|null|undefined} status
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.status = null;

            /**
             * ClientResponse location.
             * @member {starling.v1.Location.$Properties|null|undefined} location
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.location = null;

            /**
             * ClientResponse memberRemoved.
             * @member {starling.v1.MemberRemoved.$Properties|null|undefined} memberRemoved
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.memberRemoved = null;

            /**
             * ClientResponse explanation.
             * @member {starling.v1.Explanation.$Properties|null|undefined} explanation
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.explanation = null;

            /**
             * ClientResponse repairProgress.
             * @member {starling.v1.RepairProgress.$Properties|null|undefined} repairProgress
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.repairProgress = null;

            /**
             * ClientResponse repairPaused.
             * @member {starling.v1.RepairPaused.$Properties|null|undefined} repairPaused
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.repairPaused = null;

            /**
             * ClientResponse leaving.
             * @member {starling.v1.Leaving.$Properties|null|undefined} leaving
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.leaving = null;

            /**
             * ClientResponse authenticated.
             * @member {starling.v1.Authenticated.$Properties|null|undefined} authenticated
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.authenticated = null;

            /**
             * ClientResponse error.
             * @member {starling.v1.Error.$Properties|null|undefined} error
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            ClientResponse.prototype.error = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * ClientResponse result.
             * @member {"write"|"read"|"writeMany"|"readMany"|"scan"|"topology"|"status"|"location"|"memberRemoved"|"explanation"|"repairProgress"|"repairPaused"|"leaving"|"authenticated"|"error"|undefined} result
             * @memberof starling.v1.ClientResponse
             * @instance
             */
            $Object.defineProperty(ClientResponse.prototype, "result", {
                get: $util.oneOfGetter($oneOfFields = ["write", "read", "writeMany", "readMany", "scan", "topology", "status", "location", "memberRemoved", "explanation", "repairProgress", "repairPaused", "leaving", "authenticated", "error"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new ClientResponse instance using the specified properties.
             * @function create
             * @memberof starling.v1.ClientResponse
             * @static
             * @param {starling.v1.ClientResponse.$Properties=} [properties] Properties to set
             * @returns {starling.v1.ClientResponse} ClientResponse instance
             * @type {{
             *   (properties: starling.v1.ClientResponse.$Shape): starling.v1.ClientResponse & starling.v1.ClientResponse.$Shape;
             *   (properties?: starling.v1.ClientResponse.$Properties): starling.v1.ClientResponse;
             * }}
             */
            ClientResponse.create = function(properties) {
                return new ClientResponse(properties);
            };

            /**
             * Encodes the specified ClientResponse message. Does not implicitly {@link starling.v1.ClientResponse.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.ClientResponse
             * @static
             * @param {starling.v1.ClientResponse.$Properties} message ClientResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClientResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.write != null && $Object.hasOwnProperty.call(message, "write"))
                    $root.starling.v1.WriteResult.encode(message.write, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.read != null && $Object.hasOwnProperty.call(message, "read"))
                    $root.starling.v1.ReadResult.encode(message.read, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.writeMany != null && $Object.hasOwnProperty.call(message, "writeMany"))
                    $root.starling.v1.WriteManyResult.encode(message.writeMany, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.readMany != null && $Object.hasOwnProperty.call(message, "readMany"))
                    $root.starling.v1.ReadManyResult.encode(message.readMany, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.scan != null && $Object.hasOwnProperty.call(message, "scan"))
                    $root.starling.v1.ScanPage.encode(message.scan, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.topology != null && $Object.hasOwnProperty.call(message, "topology"))
                    $root.starling.v1.Topology.encode(message.topology, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    $root.starling.v1.Status.encode(message.status, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.location != null && $Object.hasOwnProperty.call(message, "location"))
                    $root.starling.v1.Location.encode(message.location, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                if (message.memberRemoved != null && $Object.hasOwnProperty.call(message, "memberRemoved"))
                    $root.starling.v1.MemberRemoved.encode(message.memberRemoved, writer.uint32(/* id 18, wireType 2 =*/146).fork(), _depth + 1).ldelim();
                if (message.explanation != null && $Object.hasOwnProperty.call(message, "explanation"))
                    $root.starling.v1.Explanation.encode(message.explanation, writer.uint32(/* id 19, wireType 2 =*/154).fork(), _depth + 1).ldelim();
                if (message.repairProgress != null && $Object.hasOwnProperty.call(message, "repairProgress"))
                    $root.starling.v1.RepairProgress.encode(message.repairProgress, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.repairPaused != null && $Object.hasOwnProperty.call(message, "repairPaused"))
                    $root.starling.v1.RepairPaused.encode(message.repairPaused, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.leaving != null && $Object.hasOwnProperty.call(message, "leaving"))
                    $root.starling.v1.Leaving.encode(message.leaving, writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
                if (message.authenticated != null && $Object.hasOwnProperty.call(message, "authenticated"))
                    $root.starling.v1.Authenticated.encode(message.authenticated, writer.uint32(/* id 23, wireType 2 =*/186).fork(), _depth + 1).ldelim();
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.starling.v1.Error.encode(message.error, writer.uint32(/* id 30, wireType 2 =*/242).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClientResponse message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.ClientResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.ClientResponse & starling.v1.ClientResponse.$Shape} ClientResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClientResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.ClientResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.write = $root.starling.v1.WriteResult.decode(reader, reader.size(), $undefined, _depth + 1, message.write);
                            message.result = "write";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.read = $root.starling.v1.ReadResult.decode(reader, reader.size(), $undefined, _depth + 1, message.read);
                            message.result = "read";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.writeMany = $root.starling.v1.WriteManyResult.decode(reader, reader.size(), $undefined, _depth + 1, message.writeMany);
                            message.result = "writeMany";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.readMany = $root.starling.v1.ReadManyResult.decode(reader, reader.size(), $undefined, _depth + 1, message.readMany);
                            message.result = "readMany";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.scan = $root.starling.v1.ScanPage.decode(reader, reader.size(), $undefined, _depth + 1, message.scan);
                            message.result = "scan";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.topology = $root.starling.v1.Topology.decode(reader, reader.size(), $undefined, _depth + 1, message.topology);
                            message.result = "topology";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.status = $root.starling.v1.Status.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                            message.result = "status";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.location = $root.starling.v1.Location.decode(reader, reader.size(), $undefined, _depth + 1, message.location);
                            message.result = "location";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.memberRemoved = $root.starling.v1.MemberRemoved.decode(reader, reader.size(), $undefined, _depth + 1, message.memberRemoved);
                            message.result = "memberRemoved";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.explanation = $root.starling.v1.Explanation.decode(reader, reader.size(), $undefined, _depth + 1, message.explanation);
                            message.result = "explanation";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.repairProgress = $root.starling.v1.RepairProgress.decode(reader, reader.size(), $undefined, _depth + 1, message.repairProgress);
                            message.result = "repairProgress";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.repairPaused = $root.starling.v1.RepairPaused.decode(reader, reader.size(), $undefined, _depth + 1, message.repairPaused);
                            message.result = "repairPaused";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.leaving = $root.starling.v1.Leaving.decode(reader, reader.size(), $undefined, _depth + 1, message.leaving);
                            message.result = "leaving";
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.authenticated = $root.starling.v1.Authenticated.decode(reader, reader.size(), $undefined, _depth + 1, message.authenticated);
                            message.result = "authenticated";
                            continue;
                        }
                    case 30: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.starling.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            message.result = "error";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ClientResponse;
        })();

        v1.Authenticated = (function() {

            /**
             * Properties of an Authenticated.
             * @typedef {Object} starling.v1.Authenticated.$Properties
             * @property {string|null} [role] Authenticated role
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Authenticated.
             * @memberof starling.v1
             * @interface IAuthenticated
             * @augments starling.v1.Authenticated.$Properties
             * @deprecated Use starling.v1.Authenticated.$Properties instead.
             */

            /**
             * Shape of an Authenticated.
             * @typedef {starling.v1.Authenticated.$Properties} starling.v1.Authenticated.$Shape
             */

            /**
             * Constructs a new Authenticated.
             * @memberof starling.v1
             * @classdesc Represents an Authenticated.
             * @constructor
             * @param {starling.v1.Authenticated.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Authenticated = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Authenticated role.
             * @member {string} role
             * @memberof starling.v1.Authenticated
             * @instance
             */
            Authenticated.prototype.role = "";

            /**
             * Creates a new Authenticated instance using the specified properties.
             * @function create
             * @memberof starling.v1.Authenticated
             * @static
             * @param {starling.v1.Authenticated.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Authenticated} Authenticated instance
             * @type {{
             *   (properties: starling.v1.Authenticated.$Shape): starling.v1.Authenticated & starling.v1.Authenticated.$Shape;
             *   (properties?: starling.v1.Authenticated.$Properties): starling.v1.Authenticated;
             * }}
             */
            Authenticated.create = function(properties) {
                return new Authenticated(properties);
            };

            /**
             * Encodes the specified Authenticated message. Does not implicitly {@link starling.v1.Authenticated.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Authenticated
             * @static
             * @param {starling.v1.Authenticated.$Properties} message Authenticated message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Authenticated.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.role);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Authenticated message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Authenticated
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Authenticated & starling.v1.Authenticated.$Shape} Authenticated
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Authenticated.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Authenticated();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Authenticated;
        })();

        v1.MemberRemoved = (function() {

            /**
             * Properties of a MemberRemoved.
             * @typedef {Object} starling.v1.MemberRemoved.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MemberRemoved.
             * @memberof starling.v1
             * @interface IMemberRemoved
             * @augments starling.v1.MemberRemoved.$Properties
             * @deprecated Use starling.v1.MemberRemoved.$Properties instead.
             */

            /**
             * Shape of a MemberRemoved.
             * @typedef {starling.v1.MemberRemoved.$Properties} starling.v1.MemberRemoved.$Shape
             */

            /**
             * Constructs a new MemberRemoved.
             * @memberof starling.v1
             * @classdesc Represents a MemberRemoved.
             * @constructor
             * @param {starling.v1.MemberRemoved.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MemberRemoved = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new MemberRemoved instance using the specified properties.
             * @function create
             * @memberof starling.v1.MemberRemoved
             * @static
             * @param {starling.v1.MemberRemoved.$Properties=} [properties] Properties to set
             * @returns {starling.v1.MemberRemoved} MemberRemoved instance
             * @type {{
             *   (properties: starling.v1.MemberRemoved.$Shape): starling.v1.MemberRemoved & starling.v1.MemberRemoved.$Shape;
             *   (properties?: starling.v1.MemberRemoved.$Properties): starling.v1.MemberRemoved;
             * }}
             */
            MemberRemoved.create = function(properties) {
                return new MemberRemoved(properties);
            };

            /**
             * Encodes the specified MemberRemoved message. Does not implicitly {@link starling.v1.MemberRemoved.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.MemberRemoved
             * @static
             * @param {starling.v1.MemberRemoved.$Properties} message MemberRemoved message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MemberRemoved.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MemberRemoved message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.MemberRemoved
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.MemberRemoved & starling.v1.MemberRemoved.$Shape} MemberRemoved
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MemberRemoved.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.MemberRemoved();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MemberRemoved;
        })();

        v1.Leaving = (function() {

            /**
             * Properties of a Leaving.
             * @typedef {Object} starling.v1.Leaving.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Leaving.
             * @memberof starling.v1
             * @interface ILeaving
             * @augments starling.v1.Leaving.$Properties
             * @deprecated Use starling.v1.Leaving.$Properties instead.
             */

            /**
             * Shape of a Leaving.
             * @typedef {starling.v1.Leaving.$Properties} starling.v1.Leaving.$Shape
             */

            /**
             * Constructs a new Leaving.
             * @memberof starling.v1
             * @classdesc Represents a Leaving.
             * @constructor
             * @param {starling.v1.Leaving.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Leaving = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new Leaving instance using the specified properties.
             * @function create
             * @memberof starling.v1.Leaving
             * @static
             * @param {starling.v1.Leaving.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Leaving} Leaving instance
             * @type {{
             *   (properties: starling.v1.Leaving.$Shape): starling.v1.Leaving & starling.v1.Leaving.$Shape;
             *   (properties?: starling.v1.Leaving.$Properties): starling.v1.Leaving;
             * }}
             */
            Leaving.create = function(properties) {
                return new Leaving(properties);
            };

            /**
             * Encodes the specified Leaving message. Does not implicitly {@link starling.v1.Leaving.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Leaving
             * @static
             * @param {starling.v1.Leaving.$Properties} message Leaving message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Leaving.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Leaving message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Leaving
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Leaving & starling.v1.Leaving.$Shape} Leaving
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Leaving.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Leaving();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Leaving;
        })();

        v1.WriteResult = (function() {

            /**
             * Properties of a WriteResult.
             * @typedef {Object} starling.v1.WriteResult.$Properties
             * @property {Uint8Array|null} [version] WriteResult version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WriteResult.
             * @memberof starling.v1
             * @interface IWriteResult
             * @augments starling.v1.WriteResult.$Properties
             * @deprecated Use starling.v1.WriteResult.$Properties instead.
             */

            /**
             * Shape of a WriteResult.
             * @typedef {starling.v1.WriteResult.$Properties} starling.v1.WriteResult.$Shape
             */

            /**
             * Constructs a new WriteResult.
             * @memberof starling.v1
             * @classdesc Represents a WriteResult.
             * @constructor
             * @param {starling.v1.WriteResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WriteResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WriteResult version.
             * @member {Uint8Array} version
             * @memberof starling.v1.WriteResult
             * @instance
             */
            WriteResult.prototype.version = $util.newBuffer([]);

            /**
             * Creates a new WriteResult instance using the specified properties.
             * @function create
             * @memberof starling.v1.WriteResult
             * @static
             * @param {starling.v1.WriteResult.$Properties=} [properties] Properties to set
             * @returns {starling.v1.WriteResult} WriteResult instance
             * @type {{
             *   (properties: starling.v1.WriteResult.$Shape): starling.v1.WriteResult & starling.v1.WriteResult.$Shape;
             *   (properties?: starling.v1.WriteResult.$Properties): starling.v1.WriteResult;
             * }}
             */
            WriteResult.create = function(properties) {
                return new WriteResult(properties);
            };

            /**
             * Encodes the specified WriteResult message. Does not implicitly {@link starling.v1.WriteResult.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.WriteResult
             * @static
             * @param {starling.v1.WriteResult.$Properties} message WriteResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WriteResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WriteResult message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.WriteResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.WriteResult & starling.v1.WriteResult.$Shape} WriteResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WriteResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.WriteResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WriteResult;
        })();

        v1.ReadResult = (function() {

            /**
             * Properties of a ReadResult.
             * @typedef {Object} starling.v1.ReadResult.$Properties
             * @property {string|null} [value] ReadResult value
             * @property {Uint8Array|null} [version] ReadResult version
             * @property {number|null} [expiresAtMs] ReadResult expiresAtMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReadResult.
             * @memberof starling.v1
             * @interface IReadResult
             * @augments starling.v1.ReadResult.$Properties
             * @deprecated Use starling.v1.ReadResult.$Properties instead.
             */

            /**
             * Shape of a ReadResult.
             * @typedef {starling.v1.ReadResult.$Properties} starling.v1.ReadResult.$Shape
             */

            /**
             * Constructs a new ReadResult.
             * @memberof starling.v1
             * @classdesc Represents a ReadResult.
             * @constructor
             * @param {starling.v1.ReadResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReadResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReadResult value.
             * @member {string|null|undefined} value
             * @memberof starling.v1.ReadResult
             * @instance
             */
            ReadResult.prototype.value = null;

            /**
             * ReadResult version.
             * @member {Uint8Array} version
             * @memberof starling.v1.ReadResult
             * @instance
             */
            ReadResult.prototype.version = $util.newBuffer([]);

            /**
             * ReadResult expiresAtMs.
             * @member {number} expiresAtMs
             * @memberof starling.v1.ReadResult
             * @instance
             */
            ReadResult.prototype.expiresAtMs = 0;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ReadResult.prototype, "_value", {
                get: $util.oneOfGetter($oneOfFields = ["value"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new ReadResult instance using the specified properties.
             * @function create
             * @memberof starling.v1.ReadResult
             * @static
             * @param {starling.v1.ReadResult.$Properties=} [properties] Properties to set
             * @returns {starling.v1.ReadResult} ReadResult instance
             * @type {{
             *   (properties: starling.v1.ReadResult.$Shape): starling.v1.ReadResult & starling.v1.ReadResult.$Shape;
             *   (properties?: starling.v1.ReadResult.$Properties): starling.v1.ReadResult;
             * }}
             */
            ReadResult.create = function(properties) {
                return new ReadResult(properties);
            };

            /**
             * Encodes the specified ReadResult message. Does not implicitly {@link starling.v1.ReadResult.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.ReadResult
             * @static
             * @param {starling.v1.ReadResult.$Properties} message ReadResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReadResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.value);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.version);
                if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && !$Object.is(message.expiresAtMs, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.expiresAtMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReadResult message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.ReadResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.ReadResult & starling.v1.ReadResult.$Shape} ReadResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReadResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.ReadResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.value = reader.stringVerify();
                            message._value = "value";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.expiresAtMs = value;
                            else
                                delete message.expiresAtMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReadResult;
        })();

        v1.WriteManyResult = (function() {

            /**
             * Properties of a WriteManyResult.
             * @typedef {Object} starling.v1.WriteManyResult.$Properties
             * @property {Array.<starling.v1.WriteManyResult.Item.$Properties>|null} [items] WriteManyResult items
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WriteManyResult.
             * @memberof starling.v1
             * @interface IWriteManyResult
             * @augments starling.v1.WriteManyResult.$Properties
             * @deprecated Use starling.v1.WriteManyResult.$Properties instead.
             */

            /**
             * Shape of a WriteManyResult.
             * @typedef {{
             *   items?: Array.<starling.v1.WriteManyResult.Item.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} starling.v1.WriteManyResult.$Shape
             */

            /**
             * Constructs a new WriteManyResult.
             * @memberof starling.v1
             * @classdesc Represents a WriteManyResult.
             * @constructor
             * @param {starling.v1.WriteManyResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WriteManyResult = function (properties) {
                this.items = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WriteManyResult items.
             * @member {Array.<starling.v1.WriteManyResult.Item.$Properties>} items
             * @memberof starling.v1.WriteManyResult
             * @instance
             */
            WriteManyResult.prototype.items = $util.emptyArray;

            /**
             * Creates a new WriteManyResult instance using the specified properties.
             * @function create
             * @memberof starling.v1.WriteManyResult
             * @static
             * @param {starling.v1.WriteManyResult.$Properties=} [properties] Properties to set
             * @returns {starling.v1.WriteManyResult} WriteManyResult instance
             * @type {{
             *   (properties: starling.v1.WriteManyResult.$Shape): starling.v1.WriteManyResult & starling.v1.WriteManyResult.$Shape;
             *   (properties?: starling.v1.WriteManyResult.$Properties): starling.v1.WriteManyResult;
             * }}
             */
            WriteManyResult.create = function(properties) {
                return new WriteManyResult(properties);
            };

            /**
             * Encodes the specified WriteManyResult message. Does not implicitly {@link starling.v1.WriteManyResult.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.WriteManyResult
             * @static
             * @param {starling.v1.WriteManyResult.$Properties} message WriteManyResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WriteManyResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.items != null && message.items.length)
                    for (let i = 0; i < message.items.length; ++i)
                        $root.starling.v1.WriteManyResult.Item.encode(message.items[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WriteManyResult message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.WriteManyResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.WriteManyResult & starling.v1.WriteManyResult.$Shape} WriteManyResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WriteManyResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.WriteManyResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.items && message.items.length))
                                message.items = [];
                            message.items.push($root.starling.v1.WriteManyResult.Item.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            WriteManyResult.Item = (function() {

                /**
                 * Properties of an Item.
                 * @typedef {Object} starling.v1.WriteManyResult.Item.$Properties
                 * @property {starling.v1.WriteResult.$Properties|null} [write] Item write
                 * @property {starling.v1.Error.$Properties|null} [error] Item error
                 * @property {"write"|"error"} [result] Item result
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Item.
                 * @memberof starling.v1.WriteManyResult
                 * @interface IItem
                 * @augments starling.v1.WriteManyResult.Item.$Properties
                 * @deprecated Use starling.v1.WriteManyResult.Item.$Properties instead.
                 */

                /**
                 * Narrowed shape of an Item.
                 * @typedef {{
                 *   write?: starling.v1.WriteResult.$Shape|null;
                 *   error?: starling.v1.Error.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ result?: undefined; write?: null; error?: null }|{ result?: "write"; write: starling.v1.WriteResult.$Shape; error?: null }|{ result?: "error"; write?: null; error: starling.v1.Error.$Shape })
                 * )} starling.v1.WriteManyResult.Item.$Shape
                 */

                /**
                 * Constructs a new Item.
                 * @memberof starling.v1.WriteManyResult
                 * @classdesc Represents an Item.
                 * @constructor
                 * @param {starling.v1.WriteManyResult.Item.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Item = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Item write.
                 * @member {starling.v1.WriteResult.$Properties|null|undefined} write
                 * @memberof starling.v1.WriteManyResult.Item
                 * @instance
                 */
                Item.prototype.write = null;

                /**
                 * Item error.
                 * @member {starling.v1.Error.$Properties|null|undefined} error
                 * @memberof starling.v1.WriteManyResult.Item
                 * @instance
                 */
                Item.prototype.error = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * Item result.
                 * @member {"write"|"error"|undefined} result
                 * @memberof starling.v1.WriteManyResult.Item
                 * @instance
                 */
                $Object.defineProperty(Item.prototype, "result", {
                    get: $util.oneOfGetter($oneOfFields = ["write", "error"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Item instance using the specified properties.
                 * @function create
                 * @memberof starling.v1.WriteManyResult.Item
                 * @static
                 * @param {starling.v1.WriteManyResult.Item.$Properties=} [properties] Properties to set
                 * @returns {starling.v1.WriteManyResult.Item} Item instance
                 * @type {{
                 *   (properties: starling.v1.WriteManyResult.Item.$Shape): starling.v1.WriteManyResult.Item & starling.v1.WriteManyResult.Item.$Shape;
                 *   (properties?: starling.v1.WriteManyResult.Item.$Properties): starling.v1.WriteManyResult.Item;
                 * }}
                 */
                Item.create = function(properties) {
                    return new Item(properties);
                };

                /**
                 * Encodes the specified Item message. Does not implicitly {@link starling.v1.WriteManyResult.Item.verify|verify} messages.
                 * @function encode
                 * @memberof starling.v1.WriteManyResult.Item
                 * @static
                 * @param {starling.v1.WriteManyResult.Item.$Properties} message Item message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Item.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.write != null && $Object.hasOwnProperty.call(message, "write"))
                        $root.starling.v1.WriteResult.encode(message.write, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                        $root.starling.v1.Error.encode(message.error, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Item message from the specified reader or buffer.
                 * @function decode
                 * @memberof starling.v1.WriteManyResult.Item
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {starling.v1.WriteManyResult.Item & starling.v1.WriteManyResult.Item.$Shape} Item
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Item.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.starling.v1.WriteManyResult.Item();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.write = $root.starling.v1.WriteResult.decode(reader, reader.size(), $undefined, _depth + 1, message.write);
                                message.result = "write";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.error = $root.starling.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                                message.result = "error";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Item;
            })();

            return WriteManyResult;
        })();

        v1.ReadManyResult = (function() {

            /**
             * Properties of a ReadManyResult.
             * @typedef {Object} starling.v1.ReadManyResult.$Properties
             * @property {Array.<starling.v1.ReadManyResult.Item.$Properties>|null} [items] ReadManyResult items
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReadManyResult.
             * @memberof starling.v1
             * @interface IReadManyResult
             * @augments starling.v1.ReadManyResult.$Properties
             * @deprecated Use starling.v1.ReadManyResult.$Properties instead.
             */

            /**
             * Shape of a ReadManyResult.
             * @typedef {{
             *   items?: Array.<starling.v1.ReadManyResult.Item.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} starling.v1.ReadManyResult.$Shape
             */

            /**
             * Constructs a new ReadManyResult.
             * @memberof starling.v1
             * @classdesc Represents a ReadManyResult.
             * @constructor
             * @param {starling.v1.ReadManyResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReadManyResult = function (properties) {
                this.items = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReadManyResult items.
             * @member {Array.<starling.v1.ReadManyResult.Item.$Properties>} items
             * @memberof starling.v1.ReadManyResult
             * @instance
             */
            ReadManyResult.prototype.items = $util.emptyArray;

            /**
             * Creates a new ReadManyResult instance using the specified properties.
             * @function create
             * @memberof starling.v1.ReadManyResult
             * @static
             * @param {starling.v1.ReadManyResult.$Properties=} [properties] Properties to set
             * @returns {starling.v1.ReadManyResult} ReadManyResult instance
             * @type {{
             *   (properties: starling.v1.ReadManyResult.$Shape): starling.v1.ReadManyResult & starling.v1.ReadManyResult.$Shape;
             *   (properties?: starling.v1.ReadManyResult.$Properties): starling.v1.ReadManyResult;
             * }}
             */
            ReadManyResult.create = function(properties) {
                return new ReadManyResult(properties);
            };

            /**
             * Encodes the specified ReadManyResult message. Does not implicitly {@link starling.v1.ReadManyResult.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.ReadManyResult
             * @static
             * @param {starling.v1.ReadManyResult.$Properties} message ReadManyResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReadManyResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.items != null && message.items.length)
                    for (let i = 0; i < message.items.length; ++i)
                        $root.starling.v1.ReadManyResult.Item.encode(message.items[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReadManyResult message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.ReadManyResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.ReadManyResult & starling.v1.ReadManyResult.$Shape} ReadManyResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReadManyResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.ReadManyResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.items && message.items.length))
                                message.items = [];
                            message.items.push($root.starling.v1.ReadManyResult.Item.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ReadManyResult.Item = (function() {

                /**
                 * Properties of an Item.
                 * @typedef {Object} starling.v1.ReadManyResult.Item.$Properties
                 * @property {starling.v1.ReadResult.$Properties|null} [read] Item read
                 * @property {starling.v1.Error.$Properties|null} [error] Item error
                 * @property {"read"|"error"} [result] Item result
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Item.
                 * @memberof starling.v1.ReadManyResult
                 * @interface IItem
                 * @augments starling.v1.ReadManyResult.Item.$Properties
                 * @deprecated Use starling.v1.ReadManyResult.Item.$Properties instead.
                 */

                /**
                 * Narrowed shape of an Item.
                 * @typedef {{
                 *   read?: starling.v1.ReadResult.$Shape|null;
                 *   error?: starling.v1.Error.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ result?: undefined; read?: null; error?: null }|{ result?: "read"; read: starling.v1.ReadResult.$Shape; error?: null }|{ result?: "error"; read?: null; error: starling.v1.Error.$Shape })
                 * )} starling.v1.ReadManyResult.Item.$Shape
                 */

                /**
                 * Constructs a new Item.
                 * @memberof starling.v1.ReadManyResult
                 * @classdesc Represents an Item.
                 * @constructor
                 * @param {starling.v1.ReadManyResult.Item.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Item = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Item read.
                 * @member {starling.v1.ReadResult.$Properties|null|undefined} read
                 * @memberof starling.v1.ReadManyResult.Item
                 * @instance
                 */
                Item.prototype.read = null;

                /**
                 * Item error.
                 * @member {starling.v1.Error.$Properties|null|undefined} error
                 * @memberof starling.v1.ReadManyResult.Item
                 * @instance
                 */
                Item.prototype.error = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * Item result.
                 * @member {"read"|"error"|undefined} result
                 * @memberof starling.v1.ReadManyResult.Item
                 * @instance
                 */
                $Object.defineProperty(Item.prototype, "result", {
                    get: $util.oneOfGetter($oneOfFields = ["read", "error"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new Item instance using the specified properties.
                 * @function create
                 * @memberof starling.v1.ReadManyResult.Item
                 * @static
                 * @param {starling.v1.ReadManyResult.Item.$Properties=} [properties] Properties to set
                 * @returns {starling.v1.ReadManyResult.Item} Item instance
                 * @type {{
                 *   (properties: starling.v1.ReadManyResult.Item.$Shape): starling.v1.ReadManyResult.Item & starling.v1.ReadManyResult.Item.$Shape;
                 *   (properties?: starling.v1.ReadManyResult.Item.$Properties): starling.v1.ReadManyResult.Item;
                 * }}
                 */
                Item.create = function(properties) {
                    return new Item(properties);
                };

                /**
                 * Encodes the specified Item message. Does not implicitly {@link starling.v1.ReadManyResult.Item.verify|verify} messages.
                 * @function encode
                 * @memberof starling.v1.ReadManyResult.Item
                 * @static
                 * @param {starling.v1.ReadManyResult.Item.$Properties} message Item message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Item.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.read != null && $Object.hasOwnProperty.call(message, "read"))
                        $root.starling.v1.ReadResult.encode(message.read, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                        $root.starling.v1.Error.encode(message.error, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Item message from the specified reader or buffer.
                 * @function decode
                 * @memberof starling.v1.ReadManyResult.Item
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {starling.v1.ReadManyResult.Item & starling.v1.ReadManyResult.Item.$Shape} Item
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Item.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.starling.v1.ReadManyResult.Item();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.read = $root.starling.v1.ReadResult.decode(reader, reader.size(), $undefined, _depth + 1, message.read);
                                message.result = "read";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.error = $root.starling.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                                message.result = "error";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Item;
            })();

            return ReadManyResult;
        })();

        v1.ScanPage = (function() {

            /**
             * Properties of a ScanPage.
             * @typedef {Object} starling.v1.ScanPage.$Properties
             * @property {Array.<starling.v1.ScanPage.Item.$Properties>|null} [items] ScanPage items
             * @property {Uint8Array|null} [next] ScanPage next
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ScanPage.
             * @memberof starling.v1
             * @interface IScanPage
             * @augments starling.v1.ScanPage.$Properties
             * @deprecated Use starling.v1.ScanPage.$Properties instead.
             */

            /**
             * Shape of a ScanPage.
             * @typedef {starling.v1.ScanPage.$Properties} starling.v1.ScanPage.$Shape
             */

            /**
             * Constructs a new ScanPage.
             * @memberof starling.v1
             * @classdesc Represents a ScanPage.
             * @constructor
             * @param {starling.v1.ScanPage.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ScanPage = function (properties) {
                this.items = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ScanPage items.
             * @member {Array.<starling.v1.ScanPage.Item.$Properties>} items
             * @memberof starling.v1.ScanPage
             * @instance
             */
            ScanPage.prototype.items = $util.emptyArray;

            /**
             * ScanPage next.
             * @member {Uint8Array} next
             * @memberof starling.v1.ScanPage
             * @instance
             */
            ScanPage.prototype.next = $util.newBuffer([]);

            /**
             * Creates a new ScanPage instance using the specified properties.
             * @function create
             * @memberof starling.v1.ScanPage
             * @static
             * @param {starling.v1.ScanPage.$Properties=} [properties] Properties to set
             * @returns {starling.v1.ScanPage} ScanPage instance
             * @type {{
             *   (properties: starling.v1.ScanPage.$Shape): starling.v1.ScanPage & starling.v1.ScanPage.$Shape;
             *   (properties?: starling.v1.ScanPage.$Properties): starling.v1.ScanPage;
             * }}
             */
            ScanPage.create = function(properties) {
                return new ScanPage(properties);
            };

            /**
             * Encodes the specified ScanPage message. Does not implicitly {@link starling.v1.ScanPage.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.ScanPage
             * @static
             * @param {starling.v1.ScanPage.$Properties} message ScanPage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ScanPage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.items != null && message.items.length)
                    for (let i = 0; i < message.items.length; ++i)
                        $root.starling.v1.ScanPage.Item.encode(message.items[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.next != null && $Object.hasOwnProperty.call(message, "next") && message.next.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.next);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ScanPage message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.ScanPage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.ScanPage & starling.v1.ScanPage.$Shape} ScanPage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ScanPage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.ScanPage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.items && message.items.length))
                                message.items = [];
                            message.items.push($root.starling.v1.ScanPage.Item.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.next = value;
                            else
                                delete message.next;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ScanPage.Item = (function() {

                /**
                 * Properties of an Item.
                 * @typedef {Object} starling.v1.ScanPage.Item.$Properties
                 * @property {string|null} [key] Item key
                 * @property {string|null} [value] Item value
                 * @property {Uint8Array|null} [version] Item version
                 * @property {number|null} [expiresAtMs] Item expiresAtMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Item.
                 * @memberof starling.v1.ScanPage
                 * @interface IItem
                 * @augments starling.v1.ScanPage.Item.$Properties
                 * @deprecated Use starling.v1.ScanPage.Item.$Properties instead.
                 */

                /**
                 * Shape of an Item.
                 * @typedef {starling.v1.ScanPage.Item.$Properties} starling.v1.ScanPage.Item.$Shape
                 */

                /**
                 * Constructs a new Item.
                 * @memberof starling.v1.ScanPage
                 * @classdesc Represents an Item.
                 * @constructor
                 * @param {starling.v1.ScanPage.Item.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Item = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Item key.
                 * @member {string} key
                 * @memberof starling.v1.ScanPage.Item
                 * @instance
                 */
                Item.prototype.key = "";

                /**
                 * Item value.
                 * @member {string} value
                 * @memberof starling.v1.ScanPage.Item
                 * @instance
                 */
                Item.prototype.value = "";

                /**
                 * Item version.
                 * @member {Uint8Array} version
                 * @memberof starling.v1.ScanPage.Item
                 * @instance
                 */
                Item.prototype.version = $util.newBuffer([]);

                /**
                 * Item expiresAtMs.
                 * @member {number} expiresAtMs
                 * @memberof starling.v1.ScanPage.Item
                 * @instance
                 */
                Item.prototype.expiresAtMs = 0;

                /**
                 * Creates a new Item instance using the specified properties.
                 * @function create
                 * @memberof starling.v1.ScanPage.Item
                 * @static
                 * @param {starling.v1.ScanPage.Item.$Properties=} [properties] Properties to set
                 * @returns {starling.v1.ScanPage.Item} Item instance
                 * @type {{
                 *   (properties: starling.v1.ScanPage.Item.$Shape): starling.v1.ScanPage.Item & starling.v1.ScanPage.Item.$Shape;
                 *   (properties?: starling.v1.ScanPage.Item.$Properties): starling.v1.ScanPage.Item;
                 * }}
                 */
                Item.create = function(properties) {
                    return new Item(properties);
                };

                /**
                 * Encodes the specified Item message. Does not implicitly {@link starling.v1.ScanPage.Item.verify|verify} messages.
                 * @function encode
                 * @memberof starling.v1.ScanPage.Item
                 * @static
                 * @param {starling.v1.ScanPage.Item.$Properties} message Item message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Item.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.value);
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.version);
                    if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && !$Object.is(message.expiresAtMs, 0))
                        writer.uint32(/* id 4, wireType 1 =*/33).double(message.expiresAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Item message from the specified reader or buffer.
                 * @function decode
                 * @memberof starling.v1.ScanPage.Item
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {starling.v1.ScanPage.Item & starling.v1.ScanPage.Item.$Shape} Item
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Item.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.starling.v1.ScanPage.Item();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.value = value;
                                else
                                    delete message.value;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 1)
                                    break;
                                if (!$Object.is(value = reader.double(), 0))
                                    message.expiresAtMs = value;
                                else
                                    delete message.expiresAtMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Item;
            })();

            return ScanPage;
        })();

        v1.Topology = (function() {

            /**
             * Properties of a Topology.
             * @typedef {Object} starling.v1.Topology.$Properties
             * @property {string|null} [cluster] Topology cluster
             * @property {string|null} [ringId] Topology ringId
             * @property {number|null} [partitions] Topology partitions
             * @property {number|null} [replicas] Topology replicas
             * @property {number|null} [width] Topology width
             * @property {Array.<starling.v1.TopologyMember.$Properties>|null} [members] Topology members
             * @property {Array.<number>|null} [owners] Topology owners
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Topology.
             * @memberof starling.v1
             * @interface ITopology
             * @augments starling.v1.Topology.$Properties
             * @deprecated Use starling.v1.Topology.$Properties instead.
             */

            /**
             * Shape of a Topology.
             * @typedef {starling.v1.Topology.$Properties} starling.v1.Topology.$Shape
             */

            /**
             * Constructs a new Topology.
             * @memberof starling.v1
             * @classdesc Represents a Topology.
             * @constructor
             * @param {starling.v1.Topology.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Topology = function (properties) {
                this.members = [];
                this.owners = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Topology cluster.
             * @member {string} cluster
             * @memberof starling.v1.Topology
             * @instance
             */
            Topology.prototype.cluster = "";

            /**
             * Topology ringId.
             * @member {string} ringId
             * @memberof starling.v1.Topology
             * @instance
             */
            Topology.prototype.ringId = "";

            /**
             * Topology partitions.
             * @member {number} partitions
             * @memberof starling.v1.Topology
             * @instance
             */
            Topology.prototype.partitions = 0;

            /**
             * Topology replicas.
             * @member {number} replicas
             * @memberof starling.v1.Topology
             * @instance
             */
            Topology.prototype.replicas = 0;

            /**
             * Topology width.
             * @member {number} width
             * @memberof starling.v1.Topology
             * @instance
             */
            Topology.prototype.width = 0;

            /**
             * Topology members.
             * @member {Array.<starling.v1.TopologyMember.$Properties>} members
             * @memberof starling.v1.Topology
             * @instance
             */
            Topology.prototype.members = $util.emptyArray;

            /**
             * Topology owners.
             * @member {Array.<number>} owners
             * @memberof starling.v1.Topology
             * @instance
             */
            Topology.prototype.owners = $util.emptyArray;

            /**
             * Creates a new Topology instance using the specified properties.
             * @function create
             * @memberof starling.v1.Topology
             * @static
             * @param {starling.v1.Topology.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Topology} Topology instance
             * @type {{
             *   (properties: starling.v1.Topology.$Shape): starling.v1.Topology & starling.v1.Topology.$Shape;
             *   (properties?: starling.v1.Topology.$Properties): starling.v1.Topology;
             * }}
             */
            Topology.create = function(properties) {
                return new Topology(properties);
            };

            /**
             * Encodes the specified Topology message. Does not implicitly {@link starling.v1.Topology.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Topology
             * @static
             * @param {starling.v1.Topology.$Properties} message Topology message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Topology.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.cluster);
                if (message.ringId != null && $Object.hasOwnProperty.call(message, "ringId") && message.ringId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.ringId);
                if (message.partitions != null && $Object.hasOwnProperty.call(message, "partitions") && message.partitions !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.partitions);
                if (message.replicas != null && $Object.hasOwnProperty.call(message, "replicas") && message.replicas !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.replicas);
                if (message.width != null && $Object.hasOwnProperty.call(message, "width") && message.width !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.width);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        $root.starling.v1.TopologyMember.encode(message.members[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.owners != null && message.owners.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).uint32s(message.owners);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Topology message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Topology
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Topology & starling.v1.Topology.$Shape} Topology
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Topology.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Topology();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.ringId = value;
                            else
                                delete message.ringId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partitions = value;
                            else
                                delete message.partitions;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.replicas = value;
                            else
                                delete message.replicas;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.width = value;
                            else
                                delete message.width;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push($root.starling.v1.TopologyMember.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.owners && message.owners.length))
                                    message.owners = [];
                                reader.uint32s(message.owners);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.owners && message.owners.length))
                                message.owners = [];
                            message.owners.push(reader.uint32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Topology;
        })();

        v1.TopologyMember = (function() {

            /**
             * Properties of a TopologyMember.
             * @typedef {Object} starling.v1.TopologyMember.$Properties
             * @property {string|null} [peer] TopologyMember peer
             * @property {string|null} [clientAddress] TopologyMember clientAddress
             * @property {string|null} [liveness] TopologyMember liveness
             * @property {string|null} [intent] TopologyMember intent
             * @property {string|null} [zone] TopologyMember zone
             * @property {number|null} [weight] TopologyMember weight
             * @property {Array.<string>|null} [addresses] TopologyMember addresses
             * @property {number|null} [incarnation] TopologyMember incarnation
             * @property {number|null} [ownedPartitions] TopologyMember ownedPartitions
             * @property {number|null} [completePartitions] TopologyMember completePartitions
             * @property {number|null} [livenessSinceMs] TopologyMember livenessSinceMs
             * @property {Array.<string>|null} [accusers] TopologyMember accusers
             * @property {number|null} [roundTripMs] TopologyMember roundTripMs
             * @property {string|null} [seat] TopologyMember seat
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TopologyMember.
             * @memberof starling.v1
             * @interface ITopologyMember
             * @augments starling.v1.TopologyMember.$Properties
             * @deprecated Use starling.v1.TopologyMember.$Properties instead.
             */

            /**
             * Shape of a TopologyMember.
             * @typedef {starling.v1.TopologyMember.$Properties} starling.v1.TopologyMember.$Shape
             */

            /**
             * Constructs a new TopologyMember.
             * @memberof starling.v1
             * @classdesc Represents a TopologyMember.
             * @constructor
             * @param {starling.v1.TopologyMember.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TopologyMember = function (properties) {
                this.addresses = [];
                this.accusers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TopologyMember peer.
             * @member {string} peer
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.peer = "";

            /**
             * TopologyMember clientAddress.
             * @member {string} clientAddress
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.clientAddress = "";

            /**
             * TopologyMember liveness.
             * @member {string} liveness
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.liveness = "";

            /**
             * TopologyMember intent.
             * @member {string} intent
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.intent = "";

            /**
             * TopologyMember zone.
             * @member {string} zone
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.zone = "";

            /**
             * TopologyMember weight.
             * @member {number} weight
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.weight = 0;

            /**
             * TopologyMember addresses.
             * @member {Array.<string>} addresses
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.addresses = $util.emptyArray;

            /**
             * TopologyMember incarnation.
             * @member {number} incarnation
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.incarnation = 0;

            /**
             * TopologyMember ownedPartitions.
             * @member {number} ownedPartitions
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.ownedPartitions = 0;

            /**
             * TopologyMember completePartitions.
             * @member {number} completePartitions
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.completePartitions = 0;

            /**
             * TopologyMember livenessSinceMs.
             * @member {number} livenessSinceMs
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.livenessSinceMs = 0;

            /**
             * TopologyMember accusers.
             * @member {Array.<string>} accusers
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.accusers = $util.emptyArray;

            /**
             * TopologyMember roundTripMs.
             * @member {number|null|undefined} roundTripMs
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.roundTripMs = null;

            /**
             * TopologyMember seat.
             * @member {string} seat
             * @memberof starling.v1.TopologyMember
             * @instance
             */
            TopologyMember.prototype.seat = "";

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TopologyMember.prototype, "_roundTripMs", {
                get: $util.oneOfGetter($oneOfFields = ["roundTripMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new TopologyMember instance using the specified properties.
             * @function create
             * @memberof starling.v1.TopologyMember
             * @static
             * @param {starling.v1.TopologyMember.$Properties=} [properties] Properties to set
             * @returns {starling.v1.TopologyMember} TopologyMember instance
             * @type {{
             *   (properties: starling.v1.TopologyMember.$Shape): starling.v1.TopologyMember & starling.v1.TopologyMember.$Shape;
             *   (properties?: starling.v1.TopologyMember.$Properties): starling.v1.TopologyMember;
             * }}
             */
            TopologyMember.create = function(properties) {
                return new TopologyMember(properties);
            };

            /**
             * Encodes the specified TopologyMember message. Does not implicitly {@link starling.v1.TopologyMember.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.TopologyMember
             * @static
             * @param {starling.v1.TopologyMember.$Properties} message TopologyMember message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TopologyMember.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.peer);
                if (message.clientAddress != null && $Object.hasOwnProperty.call(message, "clientAddress") && message.clientAddress !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientAddress);
                if (message.liveness != null && $Object.hasOwnProperty.call(message, "liveness") && message.liveness !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.liveness);
                if (message.intent != null && $Object.hasOwnProperty.call(message, "intent") && message.intent !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.intent);
                if (message.zone != null && $Object.hasOwnProperty.call(message, "zone") && message.zone !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.zone);
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight") && message.weight !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.weight);
                if (message.addresses != null && message.addresses.length)
                    for (let i = 0; i < message.addresses.length; ++i)
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.addresses[i]);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.incarnation);
                if (message.ownedPartitions != null && $Object.hasOwnProperty.call(message, "ownedPartitions") && message.ownedPartitions !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.ownedPartitions);
                if (message.completePartitions != null && $Object.hasOwnProperty.call(message, "completePartitions") && message.completePartitions !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.completePartitions);
                if (message.livenessSinceMs != null && $Object.hasOwnProperty.call(message, "livenessSinceMs") && !$Object.is(message.livenessSinceMs, 0))
                    writer.uint32(/* id 11, wireType 1 =*/89).double(message.livenessSinceMs);
                if (message.accusers != null && message.accusers.length)
                    for (let i = 0; i < message.accusers.length; ++i)
                        writer.uint32(/* id 12, wireType 2 =*/98).string(message.accusers[i]);
                if (message.roundTripMs != null && $Object.hasOwnProperty.call(message, "roundTripMs"))
                    writer.uint32(/* id 13, wireType 1 =*/105).double(message.roundTripMs);
                if (message.seat != null && $Object.hasOwnProperty.call(message, "seat") && message.seat !== "")
                    writer.uint32(/* id 14, wireType 2 =*/114).string(message.seat);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TopologyMember message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.TopologyMember
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.TopologyMember & starling.v1.TopologyMember.$Shape} TopologyMember
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TopologyMember.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.TopologyMember();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.peer = value;
                            else
                                delete message.peer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.clientAddress = value;
                            else
                                delete message.clientAddress;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.liveness = value;
                            else
                                delete message.liveness;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.intent = value;
                            else
                                delete message.intent;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.zone = value;
                            else
                                delete message.zone;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.weight = value;
                            else
                                delete message.weight;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addresses && message.addresses.length))
                                message.addresses = [];
                            message.addresses.push(reader.stringVerify());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.ownedPartitions = value;
                            else
                                delete message.ownedPartitions;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.completePartitions = value;
                            else
                                delete message.completePartitions;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.livenessSinceMs = value;
                            else
                                delete message.livenessSinceMs;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.accusers && message.accusers.length))
                                message.accusers = [];
                            message.accusers.push(reader.stringVerify());
                            continue;
                        }
                    case 13: {
                            if (wireType !== 1)
                                break;
                            message.roundTripMs = reader.double();
                            message._roundTripMs = "roundTripMs";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.seat = value;
                            else
                                delete message.seat;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TopologyMember;
        })();

        v1.Status = (function() {

            /**
             * Properties of a Status.
             * @typedef {Object} starling.v1.Status.$Properties
             * @property {string|null} [peer] Status peer
             * @property {string|null} [cluster] Status cluster
             * @property {string|null} [clusterId] Status clusterId
             * @property {string|null} [version] Status version
             * @property {number|null} [uptimeMs] Status uptimeMs
             * @property {number|null} [writeQuorum] Status writeQuorum
             * @property {number|null} [readQuorum] Status readQuorum
             * @property {starling.v1.StorageStatus.$Properties|null} [storage] Status storage
             * @property {Object.<string,number>|null} [counters] Status counters
             * @property {Array.<string>|null} [warnings] Status warnings
             * @property {string|null} [dataDirectory] Status dataDirectory
             * @property {number|null} [healthMultiplier] Status healthMultiplier
             * @property {number|null} [membershipNews] Status membershipNews
             * @property {Object.<string,number>|null} [membershipCounts] Status membershipCounts
             * @property {starling.v1.CustodyStatus.$Properties|null} [custody] Status custody
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Status.
             * @memberof starling.v1
             * @interface IStatus
             * @augments starling.v1.Status.$Properties
             * @deprecated Use starling.v1.Status.$Properties instead.
             */

            /**
             * Shape of a Status.
             * @typedef {starling.v1.Status.$Properties} starling.v1.Status.$Shape
             */

            /**
             * Constructs a new Status.
             * @memberof starling.v1
             * @classdesc Represents a Status.
             * @constructor
             * @param {starling.v1.Status.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Status = function (properties) {
                this.counters = {};
                this.warnings = [];
                this.membershipCounts = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Status peer.
             * @member {string} peer
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.peer = "";

            /**
             * Status cluster.
             * @member {string} cluster
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.cluster = "";

            /**
             * Status clusterId.
             * @member {string} clusterId
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.clusterId = "";

            /**
             * Status version.
             * @member {string} version
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.version = "";

            /**
             * Status uptimeMs.
             * @member {number} uptimeMs
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.uptimeMs = 0;

            /**
             * Status writeQuorum.
             * @member {number} writeQuorum
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.writeQuorum = 0;

            /**
             * Status readQuorum.
             * @member {number} readQuorum
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.readQuorum = 0;

            /**
             * Status storage.
             * @member {starling.v1.StorageStatus.$Properties|null|undefined} storage
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.storage = null;

            /**
             * Status counters.
             * @member {Object.<string,number>} counters
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.counters = $util.emptyObject;

            /**
             * Status warnings.
             * @member {Array.<string>} warnings
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.warnings = $util.emptyArray;

            /**
             * Status dataDirectory.
             * @member {string} dataDirectory
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.dataDirectory = "";

            /**
             * Status healthMultiplier.
             * @member {number} healthMultiplier
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.healthMultiplier = 0;

            /**
             * Status membershipNews.
             * @member {number} membershipNews
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.membershipNews = 0;

            /**
             * Status membershipCounts.
             * @member {Object.<string,number>} membershipCounts
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.membershipCounts = $util.emptyObject;

            /**
             * Status custody.
             * @member {starling.v1.CustodyStatus.$Properties|null|undefined} custody
             * @memberof starling.v1.Status
             * @instance
             */
            Status.prototype.custody = null;

            /**
             * Creates a new Status instance using the specified properties.
             * @function create
             * @memberof starling.v1.Status
             * @static
             * @param {starling.v1.Status.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Status} Status instance
             * @type {{
             *   (properties: starling.v1.Status.$Shape): starling.v1.Status & starling.v1.Status.$Shape;
             *   (properties?: starling.v1.Status.$Properties): starling.v1.Status;
             * }}
             */
            Status.create = function(properties) {
                return new Status(properties);
            };

            /**
             * Encodes the specified Status message. Does not implicitly {@link starling.v1.Status.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Status
             * @static
             * @param {starling.v1.Status.$Properties} message Status message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Status.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.peer);
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.cluster);
                if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.clusterId);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.version);
                if (message.uptimeMs != null && $Object.hasOwnProperty.call(message, "uptimeMs") && !$Object.is(message.uptimeMs, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.uptimeMs);
                if (message.writeQuorum != null && $Object.hasOwnProperty.call(message, "writeQuorum") && message.writeQuorum !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.writeQuorum);
                if (message.readQuorum != null && $Object.hasOwnProperty.call(message, "readQuorum") && message.readQuorum !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.readQuorum);
                if (message.storage != null && $Object.hasOwnProperty.call(message, "storage"))
                    $root.starling.v1.StorageStatus.encode(message.storage, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.counters != null && $Object.hasOwnProperty.call(message, "counters"))
                    for (let keys = $Object.keys(message.counters), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 9, wireType 2 =*/74).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 1 =*/17).double(message.counters[keys[i]]).ldelim();
                if (message.warnings != null && message.warnings.length)
                    for (let i = 0; i < message.warnings.length; ++i)
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.warnings[i]);
                if (message.dataDirectory != null && $Object.hasOwnProperty.call(message, "dataDirectory") && message.dataDirectory !== "")
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.dataDirectory);
                if (message.healthMultiplier != null && $Object.hasOwnProperty.call(message, "healthMultiplier") && !$Object.is(message.healthMultiplier, 0))
                    writer.uint32(/* id 12, wireType 1 =*/97).double(message.healthMultiplier);
                if (message.membershipNews != null && $Object.hasOwnProperty.call(message, "membershipNews") && !$Object.is(message.membershipNews, 0))
                    writer.uint32(/* id 13, wireType 1 =*/105).double(message.membershipNews);
                if (message.membershipCounts != null && $Object.hasOwnProperty.call(message, "membershipCounts"))
                    for (let keys = $Object.keys(message.membershipCounts), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 14, wireType 2 =*/114).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 1 =*/17).double(message.membershipCounts[keys[i]]).ldelim();
                if (message.custody != null && $Object.hasOwnProperty.call(message, "custody"))
                    $root.starling.v1.CustodyStatus.encode(message.custody, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Status message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Status
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Status & starling.v1.Status.$Shape} Status
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Status.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Status();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.peer = value;
                            else
                                delete message.peer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.clusterId = value;
                            else
                                delete message.clusterId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.uptimeMs = value;
                            else
                                delete message.uptimeMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.writeQuorum = value;
                            else
                                delete message.writeQuorum;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.readQuorum = value;
                            else
                                delete message.readQuorum;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.storage = $root.starling.v1.StorageStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.storage);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (message.counters === $util.emptyObject)
                                message.counters = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = 0;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 1)
                                        break;
                                    value = reader.double();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.counters, key);
                            message.counters[key] = value;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.warnings && message.warnings.length))
                                message.warnings = [];
                            message.warnings.push(reader.stringVerify());
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.dataDirectory = value;
                            else
                                delete message.dataDirectory;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.healthMultiplier = value;
                            else
                                delete message.healthMultiplier;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.membershipNews = value;
                            else
                                delete message.membershipNews;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if (message.membershipCounts === $util.emptyObject)
                                message.membershipCounts = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = 0;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 1)
                                        break;
                                    value = reader.double();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.membershipCounts, key);
                            message.membershipCounts[key] = value;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.custody = $root.starling.v1.CustodyStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.custody);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Status;
        })();

        v1.CustodyStatus = (function() {

            /**
             * Properties of a CustodyStatus.
             * @typedef {Object} starling.v1.CustodyStatus.$Properties
             * @property {number|null} [owned] CustodyStatus owned
             * @property {number|null} [complete] CustodyStatus complete
             * @property {number|null} [copiedRecords] CustodyStatus copiedRecords
             * @property {number|null} [copiedBytes] CustodyStatus copiedBytes
             * @property {Array.<string>|null} [changing] CustodyStatus changing
             * @property {Array.<string>|null} [waiting] CustodyStatus waiting
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CustodyStatus.
             * @memberof starling.v1
             * @interface ICustodyStatus
             * @augments starling.v1.CustodyStatus.$Properties
             * @deprecated Use starling.v1.CustodyStatus.$Properties instead.
             */

            /**
             * Shape of a CustodyStatus.
             * @typedef {starling.v1.CustodyStatus.$Properties} starling.v1.CustodyStatus.$Shape
             */

            /**
             * Constructs a new CustodyStatus.
             * @memberof starling.v1
             * @classdesc Represents a CustodyStatus.
             * @constructor
             * @param {starling.v1.CustodyStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CustodyStatus = function (properties) {
                this.changing = [];
                this.waiting = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CustodyStatus owned.
             * @member {number} owned
             * @memberof starling.v1.CustodyStatus
             * @instance
             */
            CustodyStatus.prototype.owned = 0;

            /**
             * CustodyStatus complete.
             * @member {number} complete
             * @memberof starling.v1.CustodyStatus
             * @instance
             */
            CustodyStatus.prototype.complete = 0;

            /**
             * CustodyStatus copiedRecords.
             * @member {number} copiedRecords
             * @memberof starling.v1.CustodyStatus
             * @instance
             */
            CustodyStatus.prototype.copiedRecords = 0;

            /**
             * CustodyStatus copiedBytes.
             * @member {number} copiedBytes
             * @memberof starling.v1.CustodyStatus
             * @instance
             */
            CustodyStatus.prototype.copiedBytes = 0;

            /**
             * CustodyStatus changing.
             * @member {Array.<string>} changing
             * @memberof starling.v1.CustodyStatus
             * @instance
             */
            CustodyStatus.prototype.changing = $util.emptyArray;

            /**
             * CustodyStatus waiting.
             * @member {Array.<string>} waiting
             * @memberof starling.v1.CustodyStatus
             * @instance
             */
            CustodyStatus.prototype.waiting = $util.emptyArray;

            /**
             * Creates a new CustodyStatus instance using the specified properties.
             * @function create
             * @memberof starling.v1.CustodyStatus
             * @static
             * @param {starling.v1.CustodyStatus.$Properties=} [properties] Properties to set
             * @returns {starling.v1.CustodyStatus} CustodyStatus instance
             * @type {{
             *   (properties: starling.v1.CustodyStatus.$Shape): starling.v1.CustodyStatus & starling.v1.CustodyStatus.$Shape;
             *   (properties?: starling.v1.CustodyStatus.$Properties): starling.v1.CustodyStatus;
             * }}
             */
            CustodyStatus.create = function(properties) {
                return new CustodyStatus(properties);
            };

            /**
             * Encodes the specified CustodyStatus message. Does not implicitly {@link starling.v1.CustodyStatus.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.CustodyStatus
             * @static
             * @param {starling.v1.CustodyStatus.$Properties} message CustodyStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CustodyStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.owned != null && $Object.hasOwnProperty.call(message, "owned") && message.owned !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.owned);
                if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.complete);
                if (message.copiedRecords != null && $Object.hasOwnProperty.call(message, "copiedRecords") && !$Object.is(message.copiedRecords, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.copiedRecords);
                if (message.copiedBytes != null && $Object.hasOwnProperty.call(message, "copiedBytes") && !$Object.is(message.copiedBytes, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.copiedBytes);
                if (message.changing != null && message.changing.length)
                    for (let i = 0; i < message.changing.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.changing[i]);
                if (message.waiting != null && message.waiting.length)
                    for (let i = 0; i < message.waiting.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.waiting[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CustodyStatus message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.CustodyStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.CustodyStatus & starling.v1.CustodyStatus.$Shape} CustodyStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CustodyStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.CustodyStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.owned = value;
                            else
                                delete message.owned;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.complete = value;
                            else
                                delete message.complete;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.copiedRecords = value;
                            else
                                delete message.copiedRecords;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.copiedBytes = value;
                            else
                                delete message.copiedBytes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.changing && message.changing.length))
                                message.changing = [];
                            message.changing.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.waiting && message.waiting.length))
                                message.waiting = [];
                            message.waiting.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CustodyStatus;
        })();

        v1.StorageStatus = (function() {

            /**
             * Properties of a StorageStatus.
             * @typedef {Object} starling.v1.StorageStatus.$Properties
             * @property {number|null} [records] StorageStatus records
             * @property {number|null} [tombstones] StorageStatus tombstones
             * @property {number|null} [diskBytes] StorageStatus diskBytes
             * @property {number|null} [liveBytes] StorageStatus liveBytes
             * @property {number|null} [indexBytes] StorageStatus indexBytes
             * @property {number|null} [segments] StorageStatus segments
             * @property {number|null} [pendingBytes] StorageStatus pendingBytes
             * @property {boolean|null} [poisoned] StorageStatus poisoned
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StorageStatus.
             * @memberof starling.v1
             * @interface IStorageStatus
             * @augments starling.v1.StorageStatus.$Properties
             * @deprecated Use starling.v1.StorageStatus.$Properties instead.
             */

            /**
             * Shape of a StorageStatus.
             * @typedef {starling.v1.StorageStatus.$Properties} starling.v1.StorageStatus.$Shape
             */

            /**
             * Constructs a new StorageStatus.
             * @memberof starling.v1
             * @classdesc Represents a StorageStatus.
             * @constructor
             * @param {starling.v1.StorageStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StorageStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StorageStatus records.
             * @member {number} records
             * @memberof starling.v1.StorageStatus
             * @instance
             */
            StorageStatus.prototype.records = 0;

            /**
             * StorageStatus tombstones.
             * @member {number} tombstones
             * @memberof starling.v1.StorageStatus
             * @instance
             */
            StorageStatus.prototype.tombstones = 0;

            /**
             * StorageStatus diskBytes.
             * @member {number} diskBytes
             * @memberof starling.v1.StorageStatus
             * @instance
             */
            StorageStatus.prototype.diskBytes = 0;

            /**
             * StorageStatus liveBytes.
             * @member {number} liveBytes
             * @memberof starling.v1.StorageStatus
             * @instance
             */
            StorageStatus.prototype.liveBytes = 0;

            /**
             * StorageStatus indexBytes.
             * @member {number} indexBytes
             * @memberof starling.v1.StorageStatus
             * @instance
             */
            StorageStatus.prototype.indexBytes = 0;

            /**
             * StorageStatus segments.
             * @member {number} segments
             * @memberof starling.v1.StorageStatus
             * @instance
             */
            StorageStatus.prototype.segments = 0;

            /**
             * StorageStatus pendingBytes.
             * @member {number} pendingBytes
             * @memberof starling.v1.StorageStatus
             * @instance
             */
            StorageStatus.prototype.pendingBytes = 0;

            /**
             * StorageStatus poisoned.
             * @member {boolean} poisoned
             * @memberof starling.v1.StorageStatus
             * @instance
             */
            StorageStatus.prototype.poisoned = false;

            /**
             * Creates a new StorageStatus instance using the specified properties.
             * @function create
             * @memberof starling.v1.StorageStatus
             * @static
             * @param {starling.v1.StorageStatus.$Properties=} [properties] Properties to set
             * @returns {starling.v1.StorageStatus} StorageStatus instance
             * @type {{
             *   (properties: starling.v1.StorageStatus.$Shape): starling.v1.StorageStatus & starling.v1.StorageStatus.$Shape;
             *   (properties?: starling.v1.StorageStatus.$Properties): starling.v1.StorageStatus;
             * }}
             */
            StorageStatus.create = function(properties) {
                return new StorageStatus(properties);
            };

            /**
             * Encodes the specified StorageStatus message. Does not implicitly {@link starling.v1.StorageStatus.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.StorageStatus
             * @static
             * @param {starling.v1.StorageStatus.$Properties} message StorageStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StorageStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.records != null && $Object.hasOwnProperty.call(message, "records") && !$Object.is(message.records, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.records);
                if (message.tombstones != null && $Object.hasOwnProperty.call(message, "tombstones") && !$Object.is(message.tombstones, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.tombstones);
                if (message.diskBytes != null && $Object.hasOwnProperty.call(message, "diskBytes") && !$Object.is(message.diskBytes, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.diskBytes);
                if (message.liveBytes != null && $Object.hasOwnProperty.call(message, "liveBytes") && !$Object.is(message.liveBytes, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.liveBytes);
                if (message.indexBytes != null && $Object.hasOwnProperty.call(message, "indexBytes") && !$Object.is(message.indexBytes, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.indexBytes);
                if (message.segments != null && $Object.hasOwnProperty.call(message, "segments") && !$Object.is(message.segments, 0))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.segments);
                if (message.pendingBytes != null && $Object.hasOwnProperty.call(message, "pendingBytes") && !$Object.is(message.pendingBytes, 0))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.pendingBytes);
                if (message.poisoned != null && $Object.hasOwnProperty.call(message, "poisoned") && message.poisoned !== false)
                    writer.uint32(/* id 8, wireType 0 =*/64).bool(message.poisoned);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StorageStatus message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.StorageStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.StorageStatus & starling.v1.StorageStatus.$Shape} StorageStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StorageStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.StorageStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.records = value;
                            else
                                delete message.records;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.tombstones = value;
                            else
                                delete message.tombstones;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.diskBytes = value;
                            else
                                delete message.diskBytes;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.liveBytes = value;
                            else
                                delete message.liveBytes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.indexBytes = value;
                            else
                                delete message.indexBytes;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.segments = value;
                            else
                                delete message.segments;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.pendingBytes = value;
                            else
                                delete message.pendingBytes;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.poisoned = value;
                            else
                                delete message.poisoned;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StorageStatus;
        })();

        v1.Location = (function() {

            /**
             * Properties of a Location.
             * @typedef {Object} starling.v1.Location.$Properties
             * @property {number|null} [partition] Location partition
             * @property {string|null} [token] Location token
             * @property {Array.<string>|null} [custodians] Location custodians
             * @property {Array.<string>|null} [pending] Location pending
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Location.
             * @memberof starling.v1
             * @interface ILocation
             * @augments starling.v1.Location.$Properties
             * @deprecated Use starling.v1.Location.$Properties instead.
             */

            /**
             * Shape of a Location.
             * @typedef {starling.v1.Location.$Properties} starling.v1.Location.$Shape
             */

            /**
             * Constructs a new Location.
             * @memberof starling.v1
             * @classdesc Represents a Location.
             * @constructor
             * @param {starling.v1.Location.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Location = function (properties) {
                this.custodians = [];
                this.pending = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Location partition.
             * @member {number} partition
             * @memberof starling.v1.Location
             * @instance
             */
            Location.prototype.partition = 0;

            /**
             * Location token.
             * @member {string} token
             * @memberof starling.v1.Location
             * @instance
             */
            Location.prototype.token = "";

            /**
             * Location custodians.
             * @member {Array.<string>} custodians
             * @memberof starling.v1.Location
             * @instance
             */
            Location.prototype.custodians = $util.emptyArray;

            /**
             * Location pending.
             * @member {Array.<string>} pending
             * @memberof starling.v1.Location
             * @instance
             */
            Location.prototype.pending = $util.emptyArray;

            /**
             * Creates a new Location instance using the specified properties.
             * @function create
             * @memberof starling.v1.Location
             * @static
             * @param {starling.v1.Location.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Location} Location instance
             * @type {{
             *   (properties: starling.v1.Location.$Shape): starling.v1.Location & starling.v1.Location.$Shape;
             *   (properties?: starling.v1.Location.$Properties): starling.v1.Location;
             * }}
             */
            Location.create = function(properties) {
                return new Location(properties);
            };

            /**
             * Encodes the specified Location message. Does not implicitly {@link starling.v1.Location.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Location
             * @static
             * @param {starling.v1.Location.$Properties} message Location message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Location.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.partition);
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.token);
                if (message.custodians != null && message.custodians.length)
                    for (let i = 0; i < message.custodians.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.custodians[i]);
                if (message.pending != null && message.pending.length)
                    for (let i = 0; i < message.pending.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.pending[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Location message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Location
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Location & starling.v1.Location.$Shape} Location
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Location.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Location();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partition = value;
                            else
                                delete message.partition;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.custodians && message.custodians.length))
                                message.custodians = [];
                            message.custodians.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.pending && message.pending.length))
                                message.pending = [];
                            message.pending.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Location;
        })();

        v1.Explanation = (function() {

            /**
             * Properties of an Explanation.
             * @typedef {Object} starling.v1.Explanation.$Properties
             * @property {string|null} [peer] Explanation peer
             * @property {number|null} [partition] Explanation partition
             * @property {string|null} [token] Explanation token
             * @property {Array.<string>|null} [custodians] Explanation custodians
             * @property {Array.<string>|null} [pending] Explanation pending
             * @property {string|null} [holding] Explanation holding
             * @property {starling.v1.Explanation.RecordState.$Properties|null} [record] Explanation record
             * @property {Array.<starling.v1.Explanation.KeptHint.$Properties>|null} [hints] Explanation hints
             * @property {Array.<string>|null} [unreadHints] Explanation unreadHints
             * @property {number|null} [floorMs] Explanation floorMs
             * @property {number|null} [clusterTimeMs] Explanation clusterTimeMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Explanation.
             * @memberof starling.v1
             * @interface IExplanation
             * @augments starling.v1.Explanation.$Properties
             * @deprecated Use starling.v1.Explanation.$Properties instead.
             */

            /**
             * Shape of an Explanation.
             * @typedef {starling.v1.Explanation.$Properties} starling.v1.Explanation.$Shape
             */

            /**
             * Constructs a new Explanation.
             * @memberof starling.v1
             * @classdesc Represents an Explanation.
             * @constructor
             * @param {starling.v1.Explanation.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Explanation = function (properties) {
                this.custodians = [];
                this.pending = [];
                this.hints = [];
                this.unreadHints = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Explanation peer.
             * @member {string} peer
             * @memberof starling.v1.Explanation
             * @instance
             */
            Explanation.prototype.peer = "";

            /**
             * Explanation partition.
             * @member {number} partition
             * @memberof starling.v1.Explanation
             * @instance
             */
            Explanation.prototype.partition = 0;

            /**
             * Explanation token.
             * @member {string} token
             * @memberof starling.v1.Explanation
             * @instance
             */
            Explanation.prototype.token = "";

            /**
             * Explanation custodians.
             * @member {Array.<string>} custodians
             * @memberof starling.v1.Explanation
             * @instance
             */
            Explanation.prototype.custodians = $util.emptyArray;

            /**
             * Explanation pending.
             * @member {Array.<string>} pending
             * @memberof starling.v1.Explanation
             * @instance
             */
            Explanation.prototype.pending = $util.emptyArray;

            /**
             * Explanation holding.
             * @member {string} holding
             * @memberof starling.v1.Explanation
             * @instance
             */
            Explanation.prototype.holding = "";

            /**
             * Explanation record.
             * @member {starling.v1.Explanation.RecordState.$Properties|null|undefined} record
             * @memberof starling.v1.Explanation
             * @instance
             */
            Explanation.prototype.record = null;

            /**
             * Explanation hints.
             * @member {Array.<starling.v1.Explanation.KeptHint.$Properties>} hints
             * @memberof starling.v1.Explanation
             * @instance
             */
            Explanation.prototype.hints = $util.emptyArray;

            /**
             * Explanation unreadHints.
             * @member {Array.<string>} unreadHints
             * @memberof starling.v1.Explanation
             * @instance
             */
            Explanation.prototype.unreadHints = $util.emptyArray;

            /**
             * Explanation floorMs.
             * @member {number} floorMs
             * @memberof starling.v1.Explanation
             * @instance
             */
            Explanation.prototype.floorMs = 0;

            /**
             * Explanation clusterTimeMs.
             * @member {number} clusterTimeMs
             * @memberof starling.v1.Explanation
             * @instance
             */
            Explanation.prototype.clusterTimeMs = 0;

            /**
             * Creates a new Explanation instance using the specified properties.
             * @function create
             * @memberof starling.v1.Explanation
             * @static
             * @param {starling.v1.Explanation.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Explanation} Explanation instance
             * @type {{
             *   (properties: starling.v1.Explanation.$Shape): starling.v1.Explanation & starling.v1.Explanation.$Shape;
             *   (properties?: starling.v1.Explanation.$Properties): starling.v1.Explanation;
             * }}
             */
            Explanation.create = function(properties) {
                return new Explanation(properties);
            };

            /**
             * Encodes the specified Explanation message. Does not implicitly {@link starling.v1.Explanation.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Explanation
             * @static
             * @param {starling.v1.Explanation.$Properties} message Explanation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Explanation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.peer);
                if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partition);
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.token);
                if (message.custodians != null && message.custodians.length)
                    for (let i = 0; i < message.custodians.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.custodians[i]);
                if (message.pending != null && message.pending.length)
                    for (let i = 0; i < message.pending.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.pending[i]);
                if (message.holding != null && $Object.hasOwnProperty.call(message, "holding") && message.holding !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.holding);
                if (message.record != null && $Object.hasOwnProperty.call(message, "record"))
                    $root.starling.v1.Explanation.RecordState.encode(message.record, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.hints != null && message.hints.length)
                    for (let i = 0; i < message.hints.length; ++i)
                        $root.starling.v1.Explanation.KeptHint.encode(message.hints[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.unreadHints != null && message.unreadHints.length)
                    for (let i = 0; i < message.unreadHints.length; ++i)
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.unreadHints[i]);
                if (message.floorMs != null && $Object.hasOwnProperty.call(message, "floorMs") && !$Object.is(message.floorMs, 0))
                    writer.uint32(/* id 10, wireType 1 =*/81).double(message.floorMs);
                if (message.clusterTimeMs != null && $Object.hasOwnProperty.call(message, "clusterTimeMs") && !$Object.is(message.clusterTimeMs, 0))
                    writer.uint32(/* id 11, wireType 1 =*/89).double(message.clusterTimeMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Explanation message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Explanation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Explanation & starling.v1.Explanation.$Shape} Explanation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Explanation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Explanation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.peer = value;
                            else
                                delete message.peer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partition = value;
                            else
                                delete message.partition;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.custodians && message.custodians.length))
                                message.custodians = [];
                            message.custodians.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.pending && message.pending.length))
                                message.pending = [];
                            message.pending.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.holding = value;
                            else
                                delete message.holding;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.record = $root.starling.v1.Explanation.RecordState.decode(reader, reader.size(), $undefined, _depth + 1, message.record);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hints && message.hints.length))
                                message.hints = [];
                            message.hints.push($root.starling.v1.Explanation.KeptHint.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unreadHints && message.unreadHints.length))
                                message.unreadHints = [];
                            message.unreadHints.push(reader.stringVerify());
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.floorMs = value;
                            else
                                delete message.floorMs;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.clusterTimeMs = value;
                            else
                                delete message.clusterTimeMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Explanation.RecordState = (function() {

                /**
                 * Properties of a RecordState.
                 * @typedef {Object} starling.v1.Explanation.RecordState.$Properties
                 * @property {Uint8Array|null} [version] RecordState version
                 * @property {boolean|null} [deleted] RecordState deleted
                 * @property {number|null} [valueBytes] RecordState valueBytes
                 * @property {number|null} [expiresAtMs] RecordState expiresAtMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RecordState.
                 * @memberof starling.v1.Explanation
                 * @interface IRecordState
                 * @augments starling.v1.Explanation.RecordState.$Properties
                 * @deprecated Use starling.v1.Explanation.RecordState.$Properties instead.
                 */

                /**
                 * Shape of a RecordState.
                 * @typedef {starling.v1.Explanation.RecordState.$Properties} starling.v1.Explanation.RecordState.$Shape
                 */

                /**
                 * Constructs a new RecordState.
                 * @memberof starling.v1.Explanation
                 * @classdesc Represents a RecordState.
                 * @constructor
                 * @param {starling.v1.Explanation.RecordState.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RecordState = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RecordState version.
                 * @member {Uint8Array} version
                 * @memberof starling.v1.Explanation.RecordState
                 * @instance
                 */
                RecordState.prototype.version = $util.newBuffer([]);

                /**
                 * RecordState deleted.
                 * @member {boolean} deleted
                 * @memberof starling.v1.Explanation.RecordState
                 * @instance
                 */
                RecordState.prototype.deleted = false;

                /**
                 * RecordState valueBytes.
                 * @member {number} valueBytes
                 * @memberof starling.v1.Explanation.RecordState
                 * @instance
                 */
                RecordState.prototype.valueBytes = 0;

                /**
                 * RecordState expiresAtMs.
                 * @member {number} expiresAtMs
                 * @memberof starling.v1.Explanation.RecordState
                 * @instance
                 */
                RecordState.prototype.expiresAtMs = 0;

                /**
                 * Creates a new RecordState instance using the specified properties.
                 * @function create
                 * @memberof starling.v1.Explanation.RecordState
                 * @static
                 * @param {starling.v1.Explanation.RecordState.$Properties=} [properties] Properties to set
                 * @returns {starling.v1.Explanation.RecordState} RecordState instance
                 * @type {{
                 *   (properties: starling.v1.Explanation.RecordState.$Shape): starling.v1.Explanation.RecordState & starling.v1.Explanation.RecordState.$Shape;
                 *   (properties?: starling.v1.Explanation.RecordState.$Properties): starling.v1.Explanation.RecordState;
                 * }}
                 */
                RecordState.create = function(properties) {
                    return new RecordState(properties);
                };

                /**
                 * Encodes the specified RecordState message. Does not implicitly {@link starling.v1.Explanation.RecordState.verify|verify} messages.
                 * @function encode
                 * @memberof starling.v1.Explanation.RecordState
                 * @static
                 * @param {starling.v1.Explanation.RecordState.$Properties} message RecordState message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RecordState.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.version);
                    if (message.deleted != null && $Object.hasOwnProperty.call(message, "deleted") && message.deleted !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.deleted);
                    if (message.valueBytes != null && $Object.hasOwnProperty.call(message, "valueBytes") && message.valueBytes !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.valueBytes);
                    if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && !$Object.is(message.expiresAtMs, 0))
                        writer.uint32(/* id 4, wireType 1 =*/33).double(message.expiresAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RecordState message from the specified reader or buffer.
                 * @function decode
                 * @memberof starling.v1.Explanation.RecordState
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {starling.v1.Explanation.RecordState & starling.v1.Explanation.RecordState.$Shape} RecordState
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RecordState.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.starling.v1.Explanation.RecordState();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.deleted = value;
                                else
                                    delete message.deleted;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.valueBytes = value;
                                else
                                    delete message.valueBytes;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 1)
                                    break;
                                if (!$Object.is(value = reader.double(), 0))
                                    message.expiresAtMs = value;
                                else
                                    delete message.expiresAtMs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return RecordState;
            })();

            Explanation.KeptHint = (function() {

                /**
                 * Properties of a KeptHint.
                 * @typedef {Object} starling.v1.Explanation.KeptHint.$Properties
                 * @property {string|null} [peer] KeptHint peer
                 * @property {Uint8Array|null} [version] KeptHint version
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a KeptHint.
                 * @memberof starling.v1.Explanation
                 * @interface IKeptHint
                 * @augments starling.v1.Explanation.KeptHint.$Properties
                 * @deprecated Use starling.v1.Explanation.KeptHint.$Properties instead.
                 */

                /**
                 * Shape of a KeptHint.
                 * @typedef {starling.v1.Explanation.KeptHint.$Properties} starling.v1.Explanation.KeptHint.$Shape
                 */

                /**
                 * Constructs a new KeptHint.
                 * @memberof starling.v1.Explanation
                 * @classdesc Represents a KeptHint.
                 * @constructor
                 * @param {starling.v1.Explanation.KeptHint.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const KeptHint = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * KeptHint peer.
                 * @member {string} peer
                 * @memberof starling.v1.Explanation.KeptHint
                 * @instance
                 */
                KeptHint.prototype.peer = "";

                /**
                 * KeptHint version.
                 * @member {Uint8Array} version
                 * @memberof starling.v1.Explanation.KeptHint
                 * @instance
                 */
                KeptHint.prototype.version = $util.newBuffer([]);

                /**
                 * Creates a new KeptHint instance using the specified properties.
                 * @function create
                 * @memberof starling.v1.Explanation.KeptHint
                 * @static
                 * @param {starling.v1.Explanation.KeptHint.$Properties=} [properties] Properties to set
                 * @returns {starling.v1.Explanation.KeptHint} KeptHint instance
                 * @type {{
                 *   (properties: starling.v1.Explanation.KeptHint.$Shape): starling.v1.Explanation.KeptHint & starling.v1.Explanation.KeptHint.$Shape;
                 *   (properties?: starling.v1.Explanation.KeptHint.$Properties): starling.v1.Explanation.KeptHint;
                 * }}
                 */
                KeptHint.create = function(properties) {
                    return new KeptHint(properties);
                };

                /**
                 * Encodes the specified KeptHint message. Does not implicitly {@link starling.v1.Explanation.KeptHint.verify|verify} messages.
                 * @function encode
                 * @memberof starling.v1.Explanation.KeptHint
                 * @static
                 * @param {starling.v1.Explanation.KeptHint.$Properties} message KeptHint message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                KeptHint.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.peer);
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.version);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a KeptHint message from the specified reader or buffer.
                 * @function decode
                 * @memberof starling.v1.Explanation.KeptHint
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {starling.v1.Explanation.KeptHint & starling.v1.Explanation.KeptHint.$Shape} KeptHint
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                KeptHint.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.starling.v1.Explanation.KeptHint();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.peer = value;
                                else
                                    delete message.peer;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return KeptHint;
            })();

            return Explanation;
        })();

        v1.RepairPaused = (function() {

            /**
             * Properties of a RepairPaused.
             * @typedef {Object} starling.v1.RepairPaused.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RepairPaused.
             * @memberof starling.v1
             * @interface IRepairPaused
             * @augments starling.v1.RepairPaused.$Properties
             * @deprecated Use starling.v1.RepairPaused.$Properties instead.
             */

            /**
             * Shape of a RepairPaused.
             * @typedef {starling.v1.RepairPaused.$Properties} starling.v1.RepairPaused.$Shape
             */

            /**
             * Constructs a new RepairPaused.
             * @memberof starling.v1
             * @classdesc Represents a RepairPaused.
             * @constructor
             * @param {starling.v1.RepairPaused.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RepairPaused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new RepairPaused instance using the specified properties.
             * @function create
             * @memberof starling.v1.RepairPaused
             * @static
             * @param {starling.v1.RepairPaused.$Properties=} [properties] Properties to set
             * @returns {starling.v1.RepairPaused} RepairPaused instance
             * @type {{
             *   (properties: starling.v1.RepairPaused.$Shape): starling.v1.RepairPaused & starling.v1.RepairPaused.$Shape;
             *   (properties?: starling.v1.RepairPaused.$Properties): starling.v1.RepairPaused;
             * }}
             */
            RepairPaused.create = function(properties) {
                return new RepairPaused(properties);
            };

            /**
             * Encodes the specified RepairPaused message. Does not implicitly {@link starling.v1.RepairPaused.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.RepairPaused
             * @static
             * @param {starling.v1.RepairPaused.$Properties} message RepairPaused message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RepairPaused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RepairPaused message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.RepairPaused
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.RepairPaused & starling.v1.RepairPaused.$Shape} RepairPaused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RepairPaused.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.RepairPaused();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RepairPaused;
        })();

        v1.RepairProgress = (function() {

            /**
             * Properties of a RepairProgress.
             * @typedef {Object} starling.v1.RepairProgress.$Properties
             * @property {boolean|null} [done] RepairProgress done
             * @property {number|null} [partitions] RepairProgress partitions
             * @property {number|null} [differing] RepairProgress differing
             * @property {number|null} [notCompared] RepairProgress notCompared
             * @property {number|null} [given] RepairProgress given
             * @property {number|null} [taken] RepairProgress taken
             * @property {number|null} [recordBytes] RepairProgress recordBytes
             * @property {starling.v1.Error.$Properties|null} [failure] RepairProgress failure
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RepairProgress.
             * @memberof starling.v1
             * @interface IRepairProgress
             * @augments starling.v1.RepairProgress.$Properties
             * @deprecated Use starling.v1.RepairProgress.$Properties instead.
             */

            /**
             * Shape of a RepairProgress.
             * @typedef {starling.v1.RepairProgress.$Properties} starling.v1.RepairProgress.$Shape
             */

            /**
             * Constructs a new RepairProgress.
             * @memberof starling.v1
             * @classdesc Represents a RepairProgress.
             * @constructor
             * @param {starling.v1.RepairProgress.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RepairProgress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RepairProgress done.
             * @member {boolean} done
             * @memberof starling.v1.RepairProgress
             * @instance
             */
            RepairProgress.prototype.done = false;

            /**
             * RepairProgress partitions.
             * @member {number} partitions
             * @memberof starling.v1.RepairProgress
             * @instance
             */
            RepairProgress.prototype.partitions = 0;

            /**
             * RepairProgress differing.
             * @member {number} differing
             * @memberof starling.v1.RepairProgress
             * @instance
             */
            RepairProgress.prototype.differing = 0;

            /**
             * RepairProgress notCompared.
             * @member {number} notCompared
             * @memberof starling.v1.RepairProgress
             * @instance
             */
            RepairProgress.prototype.notCompared = 0;

            /**
             * RepairProgress given.
             * @member {number} given
             * @memberof starling.v1.RepairProgress
             * @instance
             */
            RepairProgress.prototype.given = 0;

            /**
             * RepairProgress taken.
             * @member {number} taken
             * @memberof starling.v1.RepairProgress
             * @instance
             */
            RepairProgress.prototype.taken = 0;

            /**
             * RepairProgress recordBytes.
             * @member {number} recordBytes
             * @memberof starling.v1.RepairProgress
             * @instance
             */
            RepairProgress.prototype.recordBytes = 0;

            /**
             * RepairProgress failure.
             * @member {starling.v1.Error.$Properties|null|undefined} failure
             * @memberof starling.v1.RepairProgress
             * @instance
             */
            RepairProgress.prototype.failure = null;

            /**
             * Creates a new RepairProgress instance using the specified properties.
             * @function create
             * @memberof starling.v1.RepairProgress
             * @static
             * @param {starling.v1.RepairProgress.$Properties=} [properties] Properties to set
             * @returns {starling.v1.RepairProgress} RepairProgress instance
             * @type {{
             *   (properties: starling.v1.RepairProgress.$Shape): starling.v1.RepairProgress & starling.v1.RepairProgress.$Shape;
             *   (properties?: starling.v1.RepairProgress.$Properties): starling.v1.RepairProgress;
             * }}
             */
            RepairProgress.create = function(properties) {
                return new RepairProgress(properties);
            };

            /**
             * Encodes the specified RepairProgress message. Does not implicitly {@link starling.v1.RepairProgress.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.RepairProgress
             * @static
             * @param {starling.v1.RepairProgress.$Properties} message RepairProgress message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RepairProgress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.done != null && $Object.hasOwnProperty.call(message, "done") && message.done !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.done);
                if (message.partitions != null && $Object.hasOwnProperty.call(message, "partitions") && message.partitions !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.partitions);
                if (message.differing != null && $Object.hasOwnProperty.call(message, "differing") && message.differing !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.differing);
                if (message.notCompared != null && $Object.hasOwnProperty.call(message, "notCompared") && message.notCompared !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.notCompared);
                if (message.given != null && $Object.hasOwnProperty.call(message, "given") && !$Object.is(message.given, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.given);
                if (message.taken != null && $Object.hasOwnProperty.call(message, "taken") && !$Object.is(message.taken, 0))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.taken);
                if (message.recordBytes != null && $Object.hasOwnProperty.call(message, "recordBytes") && !$Object.is(message.recordBytes, 0))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.recordBytes);
                if (message.failure != null && $Object.hasOwnProperty.call(message, "failure"))
                    $root.starling.v1.Error.encode(message.failure, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RepairProgress message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.RepairProgress
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.RepairProgress & starling.v1.RepairProgress.$Shape} RepairProgress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RepairProgress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.RepairProgress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.done = value;
                            else
                                delete message.done;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partitions = value;
                            else
                                delete message.partitions;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.differing = value;
                            else
                                delete message.differing;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.notCompared = value;
                            else
                                delete message.notCompared;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.given = value;
                            else
                                delete message.given;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.taken = value;
                            else
                                delete message.taken;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.recordBytes = value;
                            else
                                delete message.recordBytes;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.failure = $root.starling.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.failure);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RepairProgress;
        })();

        /**
         * Consistency enum.
         * @name starling.v1.Consistency
         * @enum {number}
         * @property {number} CONSISTENCY_DEFAULT=0 CONSISTENCY_DEFAULT value
         * @property {number} CONSISTENCY_ONE=1 CONSISTENCY_ONE value
         * @property {number} CONSISTENCY_QUORUM=2 CONSISTENCY_QUORUM value
         * @property {number} CONSISTENCY_ALL=3 CONSISTENCY_ALL value
         */
        v1.Consistency = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CONSISTENCY_DEFAULT"] = 0;
            values[valuesById[1] = "CONSISTENCY_ONE"] = 1;
            values[valuesById[2] = "CONSISTENCY_QUORUM"] = 2;
            values[valuesById[3] = "CONSISTENCY_ALL"] = 3;
            return values;
        })();

        /**
         * Durability enum.
         * @name starling.v1.Durability
         * @enum {number}
         * @property {number} DURABILITY_FSYNC=0 DURABILITY_FSYNC value
         * @property {number} DURABILITY_MEMORY=1 DURABILITY_MEMORY value
         */
        v1.Durability = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DURABILITY_FSYNC"] = 0;
            values[valuesById[1] = "DURABILITY_MEMORY"] = 1;
            return values;
        })();

        /**
         * ErrorCode enum.
         * @name starling.v1.ErrorCode
         * @enum {number}
         * @property {number} ERROR_CODE_UNSPECIFIED=0 ERROR_CODE_UNSPECIFIED value
         * @property {number} ERROR_CODE_INVALID_ARGUMENT=1 ERROR_CODE_INVALID_ARGUMENT value
         * @property {number} ERROR_CODE_QUORUM_FAILED=2 ERROR_CODE_QUORUM_FAILED value
         * @property {number} ERROR_CODE_TIMEOUT=3 ERROR_CODE_TIMEOUT value
         * @property {number} ERROR_CODE_OVERLOADED=4 ERROR_CODE_OVERLOADED value
         * @property {number} ERROR_CODE_WRONG_OWNERS=5 ERROR_CODE_WRONG_OWNERS value
         * @property {number} ERROR_CODE_STALE=6 ERROR_CODE_STALE value
         * @property {number} ERROR_CODE_CLOCK_DRIFT=7 ERROR_CODE_CLOCK_DRIFT value
         * @property {number} ERROR_CODE_NOT_READY=8 ERROR_CODE_NOT_READY value
         * @property {number} ERROR_CODE_CORRUPTION=9 ERROR_CODE_CORRUPTION value
         * @property {number} ERROR_CODE_STORE_POISONED=10 ERROR_CODE_STORE_POISONED value
         * @property {number} ERROR_CODE_DISK_FULL=11 ERROR_CODE_DISK_FULL value
         * @property {number} ERROR_CODE_STOPPED=12 ERROR_CODE_STOPPED value
         * @property {number} ERROR_CODE_UNAVAILABLE=13 ERROR_CODE_UNAVAILABLE value
         * @property {number} ERROR_CODE_PROTOCOL=14 ERROR_CODE_PROTOCOL value
         * @property {number} ERROR_CODE_FORBIDDEN=15 ERROR_CODE_FORBIDDEN value
         * @property {number} ERROR_CODE_CONFIGURATION=16 ERROR_CODE_CONFIGURATION value
         */
        v1.ErrorCode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ERROR_CODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ERROR_CODE_INVALID_ARGUMENT"] = 1;
            values[valuesById[2] = "ERROR_CODE_QUORUM_FAILED"] = 2;
            values[valuesById[3] = "ERROR_CODE_TIMEOUT"] = 3;
            values[valuesById[4] = "ERROR_CODE_OVERLOADED"] = 4;
            values[valuesById[5] = "ERROR_CODE_WRONG_OWNERS"] = 5;
            values[valuesById[6] = "ERROR_CODE_STALE"] = 6;
            values[valuesById[7] = "ERROR_CODE_CLOCK_DRIFT"] = 7;
            values[valuesById[8] = "ERROR_CODE_NOT_READY"] = 8;
            values[valuesById[9] = "ERROR_CODE_CORRUPTION"] = 9;
            values[valuesById[10] = "ERROR_CODE_STORE_POISONED"] = 10;
            values[valuesById[11] = "ERROR_CODE_DISK_FULL"] = 11;
            values[valuesById[12] = "ERROR_CODE_STOPPED"] = 12;
            values[valuesById[13] = "ERROR_CODE_UNAVAILABLE"] = 13;
            values[valuesById[14] = "ERROR_CODE_PROTOCOL"] = 14;
            values[valuesById[15] = "ERROR_CODE_FORBIDDEN"] = 15;
            values[valuesById[16] = "ERROR_CODE_CONFIGURATION"] = 16;
            return values;
        })();

        v1.Error = (function() {

            /**
             * Properties of an Error.
             * @typedef {Object} starling.v1.Error.$Properties
             * @property {starling.v1.ErrorCode|null} [code] Error code
             * @property {string|null} [message] Error message
             * @property {boolean|null} [retryable] Error retryable
             * @property {number|null} [retryAfterMs] Error retryAfterMs
             * @property {Uint8Array|null} [version] Error version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Error.
             * @memberof starling.v1
             * @interface IError
             * @augments starling.v1.Error.$Properties
             * @deprecated Use starling.v1.Error.$Properties instead.
             */

            /**
             * Shape of an Error.
             * @typedef {starling.v1.Error.$Properties} starling.v1.Error.$Shape
             */

            /**
             * Constructs a new Error.
             * @memberof starling.v1
             * @classdesc Represents an Error.
             * @constructor
             * @param {starling.v1.Error.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Error = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Error code.
             * @member {starling.v1.ErrorCode} code
             * @memberof starling.v1.Error
             * @instance
             */
            Error.prototype.code = 0;

            /**
             * Error message.
             * @member {string} message
             * @memberof starling.v1.Error
             * @instance
             */
            Error.prototype.message = "";

            /**
             * Error retryable.
             * @member {boolean} retryable
             * @memberof starling.v1.Error
             * @instance
             */
            Error.prototype.retryable = false;

            /**
             * Error retryAfterMs.
             * @member {number} retryAfterMs
             * @memberof starling.v1.Error
             * @instance
             */
            Error.prototype.retryAfterMs = 0;

            /**
             * Error version.
             * @member {Uint8Array} version
             * @memberof starling.v1.Error
             * @instance
             */
            Error.prototype.version = $util.newBuffer([]);

            /**
             * Creates a new Error instance using the specified properties.
             * @function create
             * @memberof starling.v1.Error
             * @static
             * @param {starling.v1.Error.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Error} Error instance
             * @type {{
             *   (properties: starling.v1.Error.$Shape): starling.v1.Error & starling.v1.Error.$Shape;
             *   (properties?: starling.v1.Error.$Properties): starling.v1.Error;
             * }}
             */
            Error.create = function(properties) {
                return new Error(properties);
            };

            /**
             * Encodes the specified Error message. Does not implicitly {@link starling.v1.Error.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Error
             * @static
             * @param {starling.v1.Error.$Properties} message Error message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Error.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.retryable != null && $Object.hasOwnProperty.call(message, "retryable") && message.retryable !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.retryable);
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.retryAfterMs);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Error message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Error
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Error & starling.v1.Error.$Shape} Error
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Error.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Error();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.retryable = value;
                            else
                                delete message.retryable;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.retryAfterMs = value;
                            else
                                delete message.retryAfterMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Error;
        })();

        v1.Record = (function() {

            /**
             * Properties of a Record.
             * @typedef {Object} starling.v1.Record.$Properties
             * @property {string|null} [key] Record key
             * @property {Uint8Array|null} [version] Record version
             * @property {Uint8Array|null} [value] Record value
             * @property {boolean|null} [tombstone] Record tombstone
             * @property {number|null} [expiresAtMs] Record expiresAtMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Record.
             * @memberof starling.v1
             * @interface IRecord
             * @augments starling.v1.Record.$Properties
             * @deprecated Use starling.v1.Record.$Properties instead.
             */

            /**
             * Shape of a Record.
             * @typedef {starling.v1.Record.$Properties} starling.v1.Record.$Shape
             */

            /**
             * Constructs a new Record.
             * @memberof starling.v1
             * @classdesc Represents a Record.
             * @constructor
             * @param {starling.v1.Record.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Record = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Record key.
             * @member {string} key
             * @memberof starling.v1.Record
             * @instance
             */
            Record.prototype.key = "";

            /**
             * Record version.
             * @member {Uint8Array} version
             * @memberof starling.v1.Record
             * @instance
             */
            Record.prototype.version = $util.newBuffer([]);

            /**
             * Record value.
             * @member {Uint8Array} value
             * @memberof starling.v1.Record
             * @instance
             */
            Record.prototype.value = $util.newBuffer([]);

            /**
             * Record tombstone.
             * @member {boolean} tombstone
             * @memberof starling.v1.Record
             * @instance
             */
            Record.prototype.tombstone = false;

            /**
             * Record expiresAtMs.
             * @member {number} expiresAtMs
             * @memberof starling.v1.Record
             * @instance
             */
            Record.prototype.expiresAtMs = 0;

            /**
             * Creates a new Record instance using the specified properties.
             * @function create
             * @memberof starling.v1.Record
             * @static
             * @param {starling.v1.Record.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Record} Record instance
             * @type {{
             *   (properties: starling.v1.Record.$Shape): starling.v1.Record & starling.v1.Record.$Shape;
             *   (properties?: starling.v1.Record.$Properties): starling.v1.Record;
             * }}
             */
            Record.create = function(properties) {
                return new Record(properties);
            };

            /**
             * Encodes the specified Record message. Does not implicitly {@link starling.v1.Record.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Record
             * @static
             * @param {starling.v1.Record.$Properties} message Record message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Record.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.version);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.value);
                if (message.tombstone != null && $Object.hasOwnProperty.call(message, "tombstone") && message.tombstone !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.tombstone);
                if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && !$Object.is(message.expiresAtMs, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.expiresAtMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Record message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Record
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Record & starling.v1.Record.$Shape} Record
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Record.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Record();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.tombstone = value;
                            else
                                delete message.tombstone;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.expiresAtMs = value;
                            else
                                delete message.expiresAtMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Record;
        })();

        v1.HandshakeFrame = (function() {

            /**
             * Properties of a HandshakeFrame.
             * @typedef {Object} starling.v1.HandshakeFrame.$Properties
             * @property {starling.v1.Hello.$Properties|null} [hello] HandshakeFrame hello
             * @property {starling.v1.Welcome.$Properties|null} [welcome] HandshakeFrame welcome
             * @property {starling.v1.Proof.$Properties|null} [proof] HandshakeFrame proof
             * @property {starling.v1.Refusal.$Properties|null} [refusal] HandshakeFrame refusal
             * @property {"hello"|"welcome"|"proof"|"refusal"} [message] HandshakeFrame message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HandshakeFrame.
             * @memberof starling.v1
             * @interface IHandshakeFrame
             * @augments starling.v1.HandshakeFrame.$Properties
             * @deprecated Use starling.v1.HandshakeFrame.$Properties instead.
             */

            /**
             * Narrowed shape of a HandshakeFrame.
             * @typedef {{
             *   hello?: starling.v1.Hello.$Shape|null;
             *   welcome?: starling.v1.Welcome.$Shape|null;
             *   proof?: starling.v1.Proof.$Shape|null;
             *   refusal?: starling.v1.Refusal.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ message?: undefined; hello?: null; welcome?: null; proof?: null; refusal?: null }|{ message?: "hello"; hello: starling.v1.Hello.$Shape; welcome?: null; proof?: null; refusal?: null }|{ message?: "welcome"; hello?: null; welcome: starling.v1.Welcome.$Shape; proof?: null; refusal?: null }|{ message?: "proof"; hello?: null; welcome?: null; proof: starling.v1.Proof.$Shape; refusal?: null }|{ message?: "refusal"; hello?: null; welcome?: null; proof?: null; refusal: starling.v1.Refusal.$Shape })
             * )} starling.v1.HandshakeFrame.$Shape
             */

            /**
             * Constructs a new HandshakeFrame.
             * @memberof starling.v1
             * @classdesc Represents a HandshakeFrame.
             * @constructor
             * @param {starling.v1.HandshakeFrame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HandshakeFrame = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HandshakeFrame hello.
             * @member {starling.v1.Hello.$Properties|null|undefined} hello
             * @memberof starling.v1.HandshakeFrame
             * @instance
             */
            HandshakeFrame.prototype.hello = null;

            /**
             * HandshakeFrame welcome.
             * @member {starling.v1.Welcome.$Properties|null|undefined} welcome
             * @memberof starling.v1.HandshakeFrame
             * @instance
             */
            HandshakeFrame.prototype.welcome = null;

            /**
             * HandshakeFrame proof.
             * @member {starling.v1.Proof.$Properties|null|undefined} proof
             * @memberof starling.v1.HandshakeFrame
             * @instance
             */
            HandshakeFrame.prototype.proof = null;

            /**
             * HandshakeFrame refusal.
             * @member {starling.v1.Refusal.$Properties|null|undefined} refusal
             * @memberof starling.v1.HandshakeFrame
             * @instance
             */
            HandshakeFrame.prototype.refusal = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * HandshakeFrame message.
             * @member {"hello"|"welcome"|"proof"|"refusal"|undefined} message
             * @memberof starling.v1.HandshakeFrame
             * @instance
             */
            $Object.defineProperty(HandshakeFrame.prototype, "message", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "welcome", "proof", "refusal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new HandshakeFrame instance using the specified properties.
             * @function create
             * @memberof starling.v1.HandshakeFrame
             * @static
             * @param {starling.v1.HandshakeFrame.$Properties=} [properties] Properties to set
             * @returns {starling.v1.HandshakeFrame} HandshakeFrame instance
             * @type {{
             *   (properties: starling.v1.HandshakeFrame.$Shape): starling.v1.HandshakeFrame & starling.v1.HandshakeFrame.$Shape;
             *   (properties?: starling.v1.HandshakeFrame.$Properties): starling.v1.HandshakeFrame;
             * }}
             */
            HandshakeFrame.create = function(properties) {
                return new HandshakeFrame(properties);
            };

            /**
             * Encodes the specified HandshakeFrame message. Does not implicitly {@link starling.v1.HandshakeFrame.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.HandshakeFrame
             * @static
             * @param {starling.v1.HandshakeFrame.$Properties} message HandshakeFrame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HandshakeFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.starling.v1.Hello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.starling.v1.Welcome.encode(message.welcome, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    $root.starling.v1.Proof.encode(message.proof, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                    $root.starling.v1.Refusal.encode(message.refusal, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HandshakeFrame message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.HandshakeFrame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.HandshakeFrame & starling.v1.HandshakeFrame.$Shape} HandshakeFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HandshakeFrame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.HandshakeFrame();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.starling.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.message = "hello";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.starling.v1.Welcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            message.message = "welcome";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.proof = $root.starling.v1.Proof.decode(reader, reader.size(), $undefined, _depth + 1, message.proof);
                            message.message = "proof";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.refusal = $root.starling.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                            message.message = "refusal";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HandshakeFrame;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} starling.v1.Hello.$Properties
             * @property {number|null} [protocolVersion] Hello protocolVersion
             * @property {string|null} [cluster] Hello cluster
             * @property {string|null} [clusterId] Hello clusterId
             * @property {number|null} [replicas] Hello replicas
             * @property {number|null} [partitions] Hello partitions
             * @property {Uint8Array|null} [nonce] Hello nonce
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof starling.v1
             * @interface IHello
             * @augments starling.v1.Hello.$Properties
             * @deprecated Use starling.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {starling.v1.Hello.$Properties} starling.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof starling.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {starling.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello protocolVersion.
             * @member {number} protocolVersion
             * @memberof starling.v1.Hello
             * @instance
             */
            Hello.prototype.protocolVersion = 0;

            /**
             * Hello cluster.
             * @member {string} cluster
             * @memberof starling.v1.Hello
             * @instance
             */
            Hello.prototype.cluster = "";

            /**
             * Hello clusterId.
             * @member {string} clusterId
             * @memberof starling.v1.Hello
             * @instance
             */
            Hello.prototype.clusterId = "";

            /**
             * Hello replicas.
             * @member {number} replicas
             * @memberof starling.v1.Hello
             * @instance
             */
            Hello.prototype.replicas = 0;

            /**
             * Hello partitions.
             * @member {number} partitions
             * @memberof starling.v1.Hello
             * @instance
             */
            Hello.prototype.partitions = 0;

            /**
             * Hello nonce.
             * @member {Uint8Array} nonce
             * @memberof starling.v1.Hello
             * @instance
             */
            Hello.prototype.nonce = $util.newBuffer([]);

            /**
             * Creates a new Hello instance using the specified properties.
             * @function create
             * @memberof starling.v1.Hello
             * @static
             * @param {starling.v1.Hello.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Hello} Hello instance
             * @type {{
             *   (properties: starling.v1.Hello.$Shape): starling.v1.Hello & starling.v1.Hello.$Shape;
             *   (properties?: starling.v1.Hello.$Properties): starling.v1.Hello;
             * }}
             */
            Hello.create = function(properties) {
                return new Hello(properties);
            };

            /**
             * Encodes the specified Hello message. Does not implicitly {@link starling.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Hello
             * @static
             * @param {starling.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocolVersion);
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.cluster);
                if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.clusterId);
                if (message.replicas != null && $Object.hasOwnProperty.call(message, "replicas") && message.replicas !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.replicas);
                if (message.partitions != null && $Object.hasOwnProperty.call(message, "partitions") && message.partitions !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.partitions);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.nonce);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Hello & starling.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolVersion = value;
                            else
                                delete message.protocolVersion;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.clusterId = value;
                            else
                                delete message.clusterId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.replicas = value;
                            else
                                delete message.replicas;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partitions = value;
                            else
                                delete message.partitions;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hello;
        })();

        v1.Welcome = (function() {

            /**
             * Properties of a Welcome.
             * @typedef {Object} starling.v1.Welcome.$Properties
             * @property {starling.v1.Hello.$Properties|null} [hello] Welcome hello
             * @property {Array.<Uint8Array>|null} [proofs] Welcome proofs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Welcome.
             * @memberof starling.v1
             * @interface IWelcome
             * @augments starling.v1.Welcome.$Properties
             * @deprecated Use starling.v1.Welcome.$Properties instead.
             */

            /**
             * Shape of a Welcome.
             * @typedef {starling.v1.Welcome.$Properties} starling.v1.Welcome.$Shape
             */

            /**
             * Constructs a new Welcome.
             * @memberof starling.v1
             * @classdesc Represents a Welcome.
             * @constructor
             * @param {starling.v1.Welcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Welcome = function (properties) {
                this.proofs = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Welcome hello.
             * @member {starling.v1.Hello.$Properties|null|undefined} hello
             * @memberof starling.v1.Welcome
             * @instance
             */
            Welcome.prototype.hello = null;

            /**
             * Welcome proofs.
             * @member {Array.<Uint8Array>} proofs
             * @memberof starling.v1.Welcome
             * @instance
             */
            Welcome.prototype.proofs = $util.emptyArray;

            /**
             * Creates a new Welcome instance using the specified properties.
             * @function create
             * @memberof starling.v1.Welcome
             * @static
             * @param {starling.v1.Welcome.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Welcome} Welcome instance
             * @type {{
             *   (properties: starling.v1.Welcome.$Shape): starling.v1.Welcome & starling.v1.Welcome.$Shape;
             *   (properties?: starling.v1.Welcome.$Properties): starling.v1.Welcome;
             * }}
             */
            Welcome.create = function(properties) {
                return new Welcome(properties);
            };

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link starling.v1.Welcome.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Welcome
             * @static
             * @param {starling.v1.Welcome.$Properties} message Welcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Welcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.starling.v1.Hello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.proofs != null && message.proofs.length)
                    for (let i = 0; i < message.proofs.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.proofs[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Welcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Welcome & starling.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Welcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Welcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.starling.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.proofs && message.proofs.length))
                                message.proofs = [];
                            message.proofs.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Welcome;
        })();

        v1.Proof = (function() {

            /**
             * Properties of a Proof.
             * @typedef {Object} starling.v1.Proof.$Properties
             * @property {Uint8Array|null} [proof] Proof proof
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Proof.
             * @memberof starling.v1
             * @interface IProof
             * @augments starling.v1.Proof.$Properties
             * @deprecated Use starling.v1.Proof.$Properties instead.
             */

            /**
             * Shape of a Proof.
             * @typedef {starling.v1.Proof.$Properties} starling.v1.Proof.$Shape
             */

            /**
             * Constructs a new Proof.
             * @memberof starling.v1
             * @classdesc Represents a Proof.
             * @constructor
             * @param {starling.v1.Proof.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Proof = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Proof proof.
             * @member {Uint8Array} proof
             * @memberof starling.v1.Proof
             * @instance
             */
            Proof.prototype.proof = $util.newBuffer([]);

            /**
             * Creates a new Proof instance using the specified properties.
             * @function create
             * @memberof starling.v1.Proof
             * @static
             * @param {starling.v1.Proof.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Proof} Proof instance
             * @type {{
             *   (properties: starling.v1.Proof.$Shape): starling.v1.Proof & starling.v1.Proof.$Shape;
             *   (properties?: starling.v1.Proof.$Properties): starling.v1.Proof;
             * }}
             */
            Proof.create = function(properties) {
                return new Proof(properties);
            };

            /**
             * Encodes the specified Proof message. Does not implicitly {@link starling.v1.Proof.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Proof
             * @static
             * @param {starling.v1.Proof.$Properties} message Proof message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Proof.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proof);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Proof message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Proof
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Proof & starling.v1.Proof.$Shape} Proof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Proof.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Proof();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Proof;
        })();

        v1.Refusal = (function() {

            /**
             * Properties of a Refusal.
             * @typedef {Object} starling.v1.Refusal.$Properties
             * @property {string|null} [reason] Refusal reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Refusal.
             * @memberof starling.v1
             * @interface IRefusal
             * @augments starling.v1.Refusal.$Properties
             * @deprecated Use starling.v1.Refusal.$Properties instead.
             */

            /**
             * Shape of a Refusal.
             * @typedef {starling.v1.Refusal.$Properties} starling.v1.Refusal.$Shape
             */

            /**
             * Constructs a new Refusal.
             * @memberof starling.v1
             * @classdesc Represents a Refusal.
             * @constructor
             * @param {starling.v1.Refusal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Refusal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Refusal reason.
             * @member {string} reason
             * @memberof starling.v1.Refusal
             * @instance
             */
            Refusal.prototype.reason = "";

            /**
             * Creates a new Refusal instance using the specified properties.
             * @function create
             * @memberof starling.v1.Refusal
             * @static
             * @param {starling.v1.Refusal.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Refusal} Refusal instance
             * @type {{
             *   (properties: starling.v1.Refusal.$Shape): starling.v1.Refusal & starling.v1.Refusal.$Shape;
             *   (properties?: starling.v1.Refusal.$Properties): starling.v1.Refusal;
             * }}
             */
            Refusal.create = function(properties) {
                return new Refusal(properties);
            };

            /**
             * Encodes the specified Refusal message. Does not implicitly {@link starling.v1.Refusal.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Refusal
             * @static
             * @param {starling.v1.Refusal.$Properties} message Refusal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Refusal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Refusal message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Refusal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Refusal & starling.v1.Refusal.$Shape} Refusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Refusal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Refusal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Refusal;
        })();

        v1.MembershipMessage = (function() {

            /**
             * Properties of a MembershipMessage.
             * @typedef {Object} starling.v1.MembershipMessage.$Properties
             * @property {starling.v1.Ping.$Properties|null} [ping] MembershipMessage ping
             * @property {starling.v1.Ack.$Properties|null} [ack] MembershipMessage ack
             * @property {starling.v1.PingRequest.$Properties|null} [pingRequest] MembershipMessage pingRequest
             * @property {starling.v1.Nack.$Properties|null} [nack] MembershipMessage nack
             * @property {starling.v1.Digest.$Properties|null} [digest] MembershipMessage digest
             * @property {starling.v1.Gossip.$Properties|null} [gossip] MembershipMessage gossip
             * @property {starling.v1.Entries.$Properties|null} [entries] MembershipMessage entries
             * @property {Array.<starling.v1.LivenessUpdate.$Properties>|null} [updates] MembershipMessage updates
             * @property {Array.<starling.v1.SignedIntent.$Properties>|null} [intents] MembershipMessage intents
             * @property {"ping"|"ack"|"pingRequest"|"nack"|"digest"|"gossip"|"entries"} [body] MembershipMessage body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MembershipMessage.
             * @memberof starling.v1
             * @interface IMembershipMessage
             * @augments starling.v1.MembershipMessage.$Properties
             * @deprecated Use starling.v1.MembershipMessage.$Properties instead.
             */

            /**
             * Narrowed shape of a MembershipMessage.
             * @typedef {{
             *   ping?: starling.v1.Ping.$Shape|null;
             *   ack?: starling.v1.Ack.$Shape|null;
             *   pingRequest?: starling.v1.PingRequest.$Shape|null;
             *   nack?: starling.v1.Nack.$Shape|null;
             *   digest?: starling.v1.Digest.$Shape|null;
             *   gossip?: starling.v1.Gossip.$Shape|null;
             *   entries?: starling.v1.Entries.$Shape|null;
             *   updates?: Array.<starling.v1.LivenessUpdate.$Shape>|null;
             *   intents?: Array.<starling.v1.SignedIntent.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; ping?: null; ack?: null; pingRequest?: null; nack?: null; digest?: null; gossip?: null; entries?: null }|{ body?: "ping"; ping: starling.v1.Ping.$Shape; ack?: null; pingRequest?: null; nack?: null; digest?: null; gossip?: null; entries?: null }|{ body?: "ack"; ping?: null; ack: starling.v1.Ack.$Shape; pingRequest?: null; nack?: null; digest?: null; gossip?: null; entries?: null }|{ body?: "pingRequest"; ping?: null; ack?: null; pingRequest: starling.v1.PingRequest.$Shape; nack?: null; digest?: null; gossip?: null; entries?: null }|{ body?: "nack"; ping?: null; ack?: null; pingRequest?: null; nack: starling.v1.Nack.$Shape; digest?: null; gossip?: null; entries?: null }|{ body?: "digest"; ping?: null; ack?: null; pingRequest?: null; nack?: null; digest: starling.v1.Digest.$Shape; gossip?: null; entries?: null }|{ body?: "gossip"; ping?: null; ack?: null; pingRequest?: null; nack?: null; digest?: null; gossip: starling.v1.Gossip.$Shape; entries?: null }|{ body?: "entries"; ping?: null; ack?: null; pingRequest?: null; nack?: null; digest?: null; gossip?: null; entries: starling.v1.Entries.$Shape })
             * )} starling.v1.MembershipMessage.$Shape
             */

            /**
             * Constructs a new MembershipMessage.
             * @memberof starling.v1
             * @classdesc Represents a MembershipMessage.
             * @constructor
             * @param {starling.v1.MembershipMessage.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MembershipMessage = function (properties) {
                this.updates = [];
                this.intents = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MembershipMessage ping.
             * @member {starling.v1.Ping.$Properties|null|undefined} ping
             * @memberof starling.v1.MembershipMessage
             * @instance
             */
            MembershipMessage.prototype.ping = null;

            /**
             * MembershipMessage ack.
             * @member {starling.v1.Ack.$Properties|null|undefined} ack
             * @memberof starling.v1.MembershipMessage
             * @instance
             */
            MembershipMessage.prototype.ack = null;

            /**
             * MembershipMessage pingRequest.
             * @member {starling.v1.PingRequest.$Properties|null|undefined} pingRequest
             * @memberof starling.v1.MembershipMessage
             * @instance
             */
            MembershipMessage.prototype.pingRequest = null;

            /**
             * MembershipMessage nack.
             * @member {starling.v1.Nack.$Properties|null|undefined} nack
             * @memberof starling.v1.MembershipMessage
             * @instance
             */
            MembershipMessage.prototype.nack = null;

            /**
             * MembershipMessage digest.
             * @member {starling.v1.Digest.$Properties|null|undefined} digest
             * @memberof starling.v1.MembershipMessage
             * @instance
             */
            MembershipMessage.prototype.digest = null;

            /**
             * MembershipMessage gossip.
             * @member {starling.v1.Gossip.$Properties|null|undefined} gossip
             * @memberof starling.v1.MembershipMessage
             * @instance
             */
            MembershipMessage.prototype.gossip = null;

            /**
             * MembershipMessage entries.
             * @member {starling.v1.Entries.$Properties|null|undefined} entries
             * @memberof starling.v1.MembershipMessage
             * @instance
             */
            MembershipMessage.prototype.entries = null;

            /**
             * MembershipMessage updates.
             * @member {Array.<starling.v1.LivenessUpdate.$Properties>} updates
             * @memberof starling.v1.MembershipMessage
             * @instance
             */
            MembershipMessage.prototype.updates = $util.emptyArray;

            /**
             * MembershipMessage intents.
             * @member {Array.<starling.v1.SignedIntent.$Properties>} intents
             * @memberof starling.v1.MembershipMessage
             * @instance
             */
            MembershipMessage.prototype.intents = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * MembershipMessage body.
             * @member {"ping"|"ack"|"pingRequest"|"nack"|"digest"|"gossip"|"entries"|undefined} body
             * @memberof starling.v1.MembershipMessage
             * @instance
             */
            $Object.defineProperty(MembershipMessage.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["ping", "ack", "pingRequest", "nack", "digest", "gossip", "entries"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MembershipMessage instance using the specified properties.
             * @function create
             * @memberof starling.v1.MembershipMessage
             * @static
             * @param {starling.v1.MembershipMessage.$Properties=} [properties] Properties to set
             * @returns {starling.v1.MembershipMessage} MembershipMessage instance
             * @type {{
             *   (properties: starling.v1.MembershipMessage.$Shape): starling.v1.MembershipMessage & starling.v1.MembershipMessage.$Shape;
             *   (properties?: starling.v1.MembershipMessage.$Properties): starling.v1.MembershipMessage;
             * }}
             */
            MembershipMessage.create = function(properties) {
                return new MembershipMessage(properties);
            };

            /**
             * Encodes the specified MembershipMessage message. Does not implicitly {@link starling.v1.MembershipMessage.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.MembershipMessage
             * @static
             * @param {starling.v1.MembershipMessage.$Properties} message MembershipMessage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MembershipMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ping != null && $Object.hasOwnProperty.call(message, "ping"))
                    $root.starling.v1.Ping.encode(message.ping, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                    $root.starling.v1.Ack.encode(message.ack, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.pingRequest != null && $Object.hasOwnProperty.call(message, "pingRequest"))
                    $root.starling.v1.PingRequest.encode(message.pingRequest, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.nack != null && $Object.hasOwnProperty.call(message, "nack"))
                    $root.starling.v1.Nack.encode(message.nack, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest"))
                    $root.starling.v1.Digest.encode(message.digest, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.gossip != null && $Object.hasOwnProperty.call(message, "gossip"))
                    $root.starling.v1.Gossip.encode(message.gossip, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.entries != null && $Object.hasOwnProperty.call(message, "entries"))
                    $root.starling.v1.Entries.encode(message.entries, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.updates != null && message.updates.length)
                    for (let i = 0; i < message.updates.length; ++i)
                        $root.starling.v1.LivenessUpdate.encode(message.updates[i], writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.intents != null && message.intents.length)
                    for (let i = 0; i < message.intents.length; ++i)
                        $root.starling.v1.SignedIntent.encode(message.intents[i], writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MembershipMessage message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.MembershipMessage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.MembershipMessage & starling.v1.MembershipMessage.$Shape} MembershipMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MembershipMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.MembershipMessage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.ping = $root.starling.v1.Ping.decode(reader, reader.size(), $undefined, _depth + 1, message.ping);
                            message.body = "ping";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.ack = $root.starling.v1.Ack.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
                            message.body = "ack";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.pingRequest = $root.starling.v1.PingRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.pingRequest);
                            message.body = "pingRequest";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.nack = $root.starling.v1.Nack.decode(reader, reader.size(), $undefined, _depth + 1, message.nack);
                            message.body = "nack";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.digest = $root.starling.v1.Digest.decode(reader, reader.size(), $undefined, _depth + 1, message.digest);
                            message.body = "digest";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.gossip = $root.starling.v1.Gossip.decode(reader, reader.size(), $undefined, _depth + 1, message.gossip);
                            message.body = "gossip";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.entries = $root.starling.v1.Entries.decode(reader, reader.size(), $undefined, _depth + 1, message.entries);
                            message.body = "entries";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.updates && message.updates.length))
                                message.updates = [];
                            message.updates.push($root.starling.v1.LivenessUpdate.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if (!(message.intents && message.intents.length))
                                message.intents = [];
                            message.intents.push($root.starling.v1.SignedIntent.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MembershipMessage;
        })();

        v1.Ping = (function() {

            /**
             * Properties of a Ping.
             * @typedef {Object} starling.v1.Ping.$Properties
             * @property {number|null} [sequence] Ping sequence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Ping.
             * @memberof starling.v1
             * @interface IPing
             * @augments starling.v1.Ping.$Properties
             * @deprecated Use starling.v1.Ping.$Properties instead.
             */

            /**
             * Shape of a Ping.
             * @typedef {starling.v1.Ping.$Properties} starling.v1.Ping.$Shape
             */

            /**
             * Constructs a new Ping.
             * @memberof starling.v1
             * @classdesc Represents a Ping.
             * @constructor
             * @param {starling.v1.Ping.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Ping = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Ping sequence.
             * @member {number} sequence
             * @memberof starling.v1.Ping
             * @instance
             */
            Ping.prototype.sequence = 0;

            /**
             * Creates a new Ping instance using the specified properties.
             * @function create
             * @memberof starling.v1.Ping
             * @static
             * @param {starling.v1.Ping.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Ping} Ping instance
             * @type {{
             *   (properties: starling.v1.Ping.$Shape): starling.v1.Ping & starling.v1.Ping.$Shape;
             *   (properties?: starling.v1.Ping.$Properties): starling.v1.Ping;
             * }}
             */
            Ping.create = function(properties) {
                return new Ping(properties);
            };

            /**
             * Encodes the specified Ping message. Does not implicitly {@link starling.v1.Ping.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Ping
             * @static
             * @param {starling.v1.Ping.$Properties} message Ping message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Ping.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.sequence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Ping message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Ping
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Ping & starling.v1.Ping.$Shape} Ping
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Ping.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Ping();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Ping;
        })();

        v1.Ack = (function() {

            /**
             * Properties of an Ack.
             * @typedef {Object} starling.v1.Ack.$Properties
             * @property {number|null} [sequence] Ack sequence
             * @property {number|null} [wallMs] Ack wallMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Ack.
             * @memberof starling.v1
             * @interface IAck
             * @augments starling.v1.Ack.$Properties
             * @deprecated Use starling.v1.Ack.$Properties instead.
             */

            /**
             * Shape of an Ack.
             * @typedef {starling.v1.Ack.$Properties} starling.v1.Ack.$Shape
             */

            /**
             * Constructs a new Ack.
             * @memberof starling.v1
             * @classdesc Represents an Ack.
             * @constructor
             * @param {starling.v1.Ack.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Ack = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Ack sequence.
             * @member {number} sequence
             * @memberof starling.v1.Ack
             * @instance
             */
            Ack.prototype.sequence = 0;

            /**
             * Ack wallMs.
             * @member {number} wallMs
             * @memberof starling.v1.Ack
             * @instance
             */
            Ack.prototype.wallMs = 0;

            /**
             * Creates a new Ack instance using the specified properties.
             * @function create
             * @memberof starling.v1.Ack
             * @static
             * @param {starling.v1.Ack.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Ack} Ack instance
             * @type {{
             *   (properties: starling.v1.Ack.$Shape): starling.v1.Ack & starling.v1.Ack.$Shape;
             *   (properties?: starling.v1.Ack.$Properties): starling.v1.Ack;
             * }}
             */
            Ack.create = function(properties) {
                return new Ack(properties);
            };

            /**
             * Encodes the specified Ack message. Does not implicitly {@link starling.v1.Ack.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Ack
             * @static
             * @param {starling.v1.Ack.$Properties} message Ack message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Ack.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.sequence);
                if (message.wallMs != null && $Object.hasOwnProperty.call(message, "wallMs") && !$Object.is(message.wallMs, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.wallMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Ack message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Ack
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Ack & starling.v1.Ack.$Shape} Ack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Ack.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Ack();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.wallMs = value;
                            else
                                delete message.wallMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Ack;
        })();

        v1.PingRequest = (function() {

            /**
             * Properties of a PingRequest.
             * @typedef {Object} starling.v1.PingRequest.$Properties
             * @property {number|null} [sequence] PingRequest sequence
             * @property {string|null} [target] PingRequest target
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PingRequest.
             * @memberof starling.v1
             * @interface IPingRequest
             * @augments starling.v1.PingRequest.$Properties
             * @deprecated Use starling.v1.PingRequest.$Properties instead.
             */

            /**
             * Shape of a PingRequest.
             * @typedef {starling.v1.PingRequest.$Properties} starling.v1.PingRequest.$Shape
             */

            /**
             * Constructs a new PingRequest.
             * @memberof starling.v1
             * @classdesc Represents a PingRequest.
             * @constructor
             * @param {starling.v1.PingRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PingRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PingRequest sequence.
             * @member {number} sequence
             * @memberof starling.v1.PingRequest
             * @instance
             */
            PingRequest.prototype.sequence = 0;

            /**
             * PingRequest target.
             * @member {string} target
             * @memberof starling.v1.PingRequest
             * @instance
             */
            PingRequest.prototype.target = "";

            /**
             * Creates a new PingRequest instance using the specified properties.
             * @function create
             * @memberof starling.v1.PingRequest
             * @static
             * @param {starling.v1.PingRequest.$Properties=} [properties] Properties to set
             * @returns {starling.v1.PingRequest} PingRequest instance
             * @type {{
             *   (properties: starling.v1.PingRequest.$Shape): starling.v1.PingRequest & starling.v1.PingRequest.$Shape;
             *   (properties?: starling.v1.PingRequest.$Properties): starling.v1.PingRequest;
             * }}
             */
            PingRequest.create = function(properties) {
                return new PingRequest(properties);
            };

            /**
             * Encodes the specified PingRequest message. Does not implicitly {@link starling.v1.PingRequest.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.PingRequest
             * @static
             * @param {starling.v1.PingRequest.$Properties} message PingRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PingRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.sequence);
                if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.target);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PingRequest message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.PingRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.PingRequest & starling.v1.PingRequest.$Shape} PingRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PingRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.PingRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.target = value;
                            else
                                delete message.target;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PingRequest;
        })();

        v1.Nack = (function() {

            /**
             * Properties of a Nack.
             * @typedef {Object} starling.v1.Nack.$Properties
             * @property {number|null} [sequence] Nack sequence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Nack.
             * @memberof starling.v1
             * @interface INack
             * @augments starling.v1.Nack.$Properties
             * @deprecated Use starling.v1.Nack.$Properties instead.
             */

            /**
             * Shape of a Nack.
             * @typedef {starling.v1.Nack.$Properties} starling.v1.Nack.$Shape
             */

            /**
             * Constructs a new Nack.
             * @memberof starling.v1
             * @classdesc Represents a Nack.
             * @constructor
             * @param {starling.v1.Nack.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Nack = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Nack sequence.
             * @member {number} sequence
             * @memberof starling.v1.Nack
             * @instance
             */
            Nack.prototype.sequence = 0;

            /**
             * Creates a new Nack instance using the specified properties.
             * @function create
             * @memberof starling.v1.Nack
             * @static
             * @param {starling.v1.Nack.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Nack} Nack instance
             * @type {{
             *   (properties: starling.v1.Nack.$Shape): starling.v1.Nack & starling.v1.Nack.$Shape;
             *   (properties?: starling.v1.Nack.$Properties): starling.v1.Nack;
             * }}
             */
            Nack.create = function(properties) {
                return new Nack(properties);
            };

            /**
             * Encodes the specified Nack message. Does not implicitly {@link starling.v1.Nack.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Nack
             * @static
             * @param {starling.v1.Nack.$Properties} message Nack message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Nack.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.sequence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Nack message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Nack
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Nack & starling.v1.Nack.$Shape} Nack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Nack.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Nack();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Nack;
        })();

        v1.Gossip = (function() {

            /**
             * Properties of a Gossip.
             * @typedef {Object} starling.v1.Gossip.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Gossip.
             * @memberof starling.v1
             * @interface IGossip
             * @augments starling.v1.Gossip.$Properties
             * @deprecated Use starling.v1.Gossip.$Properties instead.
             */

            /**
             * Shape of a Gossip.
             * @typedef {starling.v1.Gossip.$Properties} starling.v1.Gossip.$Shape
             */

            /**
             * Constructs a new Gossip.
             * @memberof starling.v1
             * @classdesc Represents a Gossip.
             * @constructor
             * @param {starling.v1.Gossip.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Gossip = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new Gossip instance using the specified properties.
             * @function create
             * @memberof starling.v1.Gossip
             * @static
             * @param {starling.v1.Gossip.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Gossip} Gossip instance
             * @type {{
             *   (properties: starling.v1.Gossip.$Shape): starling.v1.Gossip & starling.v1.Gossip.$Shape;
             *   (properties?: starling.v1.Gossip.$Properties): starling.v1.Gossip;
             * }}
             */
            Gossip.create = function(properties) {
                return new Gossip(properties);
            };

            /**
             * Encodes the specified Gossip message. Does not implicitly {@link starling.v1.Gossip.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Gossip
             * @static
             * @param {starling.v1.Gossip.$Properties} message Gossip message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Gossip.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Gossip message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Gossip
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Gossip & starling.v1.Gossip.$Shape} Gossip
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Gossip.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Gossip();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Gossip;
        })();

        v1.Digest = (function() {

            /**
             * Properties of a Digest.
             * @typedef {Object} starling.v1.Digest.$Properties
             * @property {Array.<number>|null} [sums] Digest sums
             * @property {number|null} [wallMs] Digest wallMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Digest.
             * @memberof starling.v1
             * @interface IDigest
             * @augments starling.v1.Digest.$Properties
             * @deprecated Use starling.v1.Digest.$Properties instead.
             */

            /**
             * Shape of a Digest.
             * @typedef {starling.v1.Digest.$Properties} starling.v1.Digest.$Shape
             */

            /**
             * Constructs a new Digest.
             * @memberof starling.v1
             * @classdesc Represents a Digest.
             * @constructor
             * @param {starling.v1.Digest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Digest = function (properties) {
                this.sums = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Digest sums.
             * @member {Array.<number>} sums
             * @memberof starling.v1.Digest
             * @instance
             */
            Digest.prototype.sums = $util.emptyArray;

            /**
             * Digest wallMs.
             * @member {number} wallMs
             * @memberof starling.v1.Digest
             * @instance
             */
            Digest.prototype.wallMs = 0;

            /**
             * Creates a new Digest instance using the specified properties.
             * @function create
             * @memberof starling.v1.Digest
             * @static
             * @param {starling.v1.Digest.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Digest} Digest instance
             * @type {{
             *   (properties: starling.v1.Digest.$Shape): starling.v1.Digest & starling.v1.Digest.$Shape;
             *   (properties?: starling.v1.Digest.$Properties): starling.v1.Digest;
             * }}
             */
            Digest.create = function(properties) {
                return new Digest(properties);
            };

            /**
             * Encodes the specified Digest message. Does not implicitly {@link starling.v1.Digest.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Digest
             * @static
             * @param {starling.v1.Digest.$Properties} message Digest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Digest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sums != null && message.sums.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).fixed32s(message.sums);
                if (message.wallMs != null && $Object.hasOwnProperty.call(message, "wallMs") && !$Object.is(message.wallMs, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.wallMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Digest message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Digest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Digest & starling.v1.Digest.$Shape} Digest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Digest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Digest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.sums && message.sums.length))
                                    message.sums = [];
                                reader.fixed32s(message.sums);
                                continue;
                            }
                            if (wireType !== 5)
                                break;
                            if (!(message.sums && message.sums.length))
                                message.sums = [];
                            message.sums.push(reader.fixed32());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.wallMs = value;
                            else
                                delete message.wallMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Digest;
        })();

        v1.Entries = (function() {

            /**
             * Properties of an Entries.
             * @typedef {Object} starling.v1.Entries.$Properties
             * @property {number|null} [partCount] Entries partCount
             * @property {Array.<number>|null} [parts] Entries parts
             * @property {boolean|null} [replyWanted] Entries replyWanted
             * @property {Array.<starling.v1.LivenessUpdate.$Properties>|null} [members] Entries members
             * @property {Array.<starling.v1.SignedIntent.$Properties>|null} [intents] Entries intents
             * @property {number|null} [wallMs] Entries wallMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Entries.
             * @memberof starling.v1
             * @interface IEntries
             * @augments starling.v1.Entries.$Properties
             * @deprecated Use starling.v1.Entries.$Properties instead.
             */

            /**
             * Shape of an Entries.
             * @typedef {starling.v1.Entries.$Properties} starling.v1.Entries.$Shape
             */

            /**
             * Constructs a new Entries.
             * @memberof starling.v1
             * @classdesc Represents an Entries.
             * @constructor
             * @param {starling.v1.Entries.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Entries = function (properties) {
                this.parts = [];
                this.members = [];
                this.intents = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Entries partCount.
             * @member {number} partCount
             * @memberof starling.v1.Entries
             * @instance
             */
            Entries.prototype.partCount = 0;

            /**
             * Entries parts.
             * @member {Array.<number>} parts
             * @memberof starling.v1.Entries
             * @instance
             */
            Entries.prototype.parts = $util.emptyArray;

            /**
             * Entries replyWanted.
             * @member {boolean} replyWanted
             * @memberof starling.v1.Entries
             * @instance
             */
            Entries.prototype.replyWanted = false;

            /**
             * Entries members.
             * @member {Array.<starling.v1.LivenessUpdate.$Properties>} members
             * @memberof starling.v1.Entries
             * @instance
             */
            Entries.prototype.members = $util.emptyArray;

            /**
             * Entries intents.
             * @member {Array.<starling.v1.SignedIntent.$Properties>} intents
             * @memberof starling.v1.Entries
             * @instance
             */
            Entries.prototype.intents = $util.emptyArray;

            /**
             * Entries wallMs.
             * @member {number} wallMs
             * @memberof starling.v1.Entries
             * @instance
             */
            Entries.prototype.wallMs = 0;

            /**
             * Creates a new Entries instance using the specified properties.
             * @function create
             * @memberof starling.v1.Entries
             * @static
             * @param {starling.v1.Entries.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Entries} Entries instance
             * @type {{
             *   (properties: starling.v1.Entries.$Shape): starling.v1.Entries & starling.v1.Entries.$Shape;
             *   (properties?: starling.v1.Entries.$Properties): starling.v1.Entries;
             * }}
             */
            Entries.create = function(properties) {
                return new Entries(properties);
            };

            /**
             * Encodes the specified Entries message. Does not implicitly {@link starling.v1.Entries.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Entries
             * @static
             * @param {starling.v1.Entries.$Properties} message Entries message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Entries.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partCount != null && $Object.hasOwnProperty.call(message, "partCount") && message.partCount !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.partCount);
                if (message.parts != null && message.parts.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.parts);
                if (message.replyWanted != null && $Object.hasOwnProperty.call(message, "replyWanted") && message.replyWanted !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.replyWanted);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        $root.starling.v1.LivenessUpdate.encode(message.members[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.intents != null && message.intents.length)
                    for (let i = 0; i < message.intents.length; ++i)
                        $root.starling.v1.SignedIntent.encode(message.intents[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.wallMs != null && $Object.hasOwnProperty.call(message, "wallMs") && !$Object.is(message.wallMs, 0))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.wallMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Entries message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Entries
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Entries & starling.v1.Entries.$Shape} Entries
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Entries.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Entries();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partCount = value;
                            else
                                delete message.partCount;
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.parts && message.parts.length))
                                    message.parts = [];
                                reader.uint32s(message.parts);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.parts && message.parts.length))
                                message.parts = [];
                            message.parts.push(reader.uint32());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.replyWanted = value;
                            else
                                delete message.replyWanted;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push($root.starling.v1.LivenessUpdate.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.intents && message.intents.length))
                                message.intents = [];
                            message.intents.push($root.starling.v1.SignedIntent.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.wallMs = value;
                            else
                                delete message.wallMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Entries;
        })();

        /**
         * Liveness enum.
         * @name starling.v1.Liveness
         * @enum {number}
         * @property {number} LIVENESS_UNSPECIFIED=0 LIVENESS_UNSPECIFIED value
         * @property {number} LIVENESS_ALIVE=1 LIVENESS_ALIVE value
         * @property {number} LIVENESS_SUSPECT=2 LIVENESS_SUSPECT value
         * @property {number} LIVENESS_DEAD=3 LIVENESS_DEAD value
         */
        v1.Liveness = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LIVENESS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LIVENESS_ALIVE"] = 1;
            values[valuesById[2] = "LIVENESS_SUSPECT"] = 2;
            values[valuesById[3] = "LIVENESS_DEAD"] = 3;
            return values;
        })();

        v1.LivenessUpdate = (function() {

            /**
             * Properties of a LivenessUpdate.
             * @typedef {Object} starling.v1.LivenessUpdate.$Properties
             * @property {string|null} [peer] LivenessUpdate peer
             * @property {starling.v1.Liveness|null} [liveness] LivenessUpdate liveness
             * @property {number|null} [incarnation] LivenessUpdate incarnation
             * @property {string|null} [from] LivenessUpdate from
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LivenessUpdate.
             * @memberof starling.v1
             * @interface ILivenessUpdate
             * @augments starling.v1.LivenessUpdate.$Properties
             * @deprecated Use starling.v1.LivenessUpdate.$Properties instead.
             */

            /**
             * Shape of a LivenessUpdate.
             * @typedef {starling.v1.LivenessUpdate.$Properties} starling.v1.LivenessUpdate.$Shape
             */

            /**
             * Constructs a new LivenessUpdate.
             * @memberof starling.v1
             * @classdesc Represents a LivenessUpdate.
             * @constructor
             * @param {starling.v1.LivenessUpdate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LivenessUpdate = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LivenessUpdate peer.
             * @member {string} peer
             * @memberof starling.v1.LivenessUpdate
             * @instance
             */
            LivenessUpdate.prototype.peer = "";

            /**
             * LivenessUpdate liveness.
             * @member {starling.v1.Liveness} liveness
             * @memberof starling.v1.LivenessUpdate
             * @instance
             */
            LivenessUpdate.prototype.liveness = 0;

            /**
             * LivenessUpdate incarnation.
             * @member {number} incarnation
             * @memberof starling.v1.LivenessUpdate
             * @instance
             */
            LivenessUpdate.prototype.incarnation = 0;

            /**
             * LivenessUpdate from.
             * @member {string} from
             * @memberof starling.v1.LivenessUpdate
             * @instance
             */
            LivenessUpdate.prototype.from = "";

            /**
             * Creates a new LivenessUpdate instance using the specified properties.
             * @function create
             * @memberof starling.v1.LivenessUpdate
             * @static
             * @param {starling.v1.LivenessUpdate.$Properties=} [properties] Properties to set
             * @returns {starling.v1.LivenessUpdate} LivenessUpdate instance
             * @type {{
             *   (properties: starling.v1.LivenessUpdate.$Shape): starling.v1.LivenessUpdate & starling.v1.LivenessUpdate.$Shape;
             *   (properties?: starling.v1.LivenessUpdate.$Properties): starling.v1.LivenessUpdate;
             * }}
             */
            LivenessUpdate.create = function(properties) {
                return new LivenessUpdate(properties);
            };

            /**
             * Encodes the specified LivenessUpdate message. Does not implicitly {@link starling.v1.LivenessUpdate.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.LivenessUpdate
             * @static
             * @param {starling.v1.LivenessUpdate.$Properties} message LivenessUpdate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LivenessUpdate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.peer);
                if (message.liveness != null && $Object.hasOwnProperty.call(message, "liveness") && message.liveness !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.liveness);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.incarnation);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.from);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LivenessUpdate message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.LivenessUpdate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.LivenessUpdate & starling.v1.LivenessUpdate.$Shape} LivenessUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LivenessUpdate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.LivenessUpdate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.peer = value;
                            else
                                delete message.peer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.liveness = value;
                            else
                                delete message.liveness;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LivenessUpdate;
        })();

        /**
         * IntentStatus enum.
         * @name starling.v1.IntentStatus
         * @enum {number}
         * @property {number} INTENT_STATUS_UNSPECIFIED=0 INTENT_STATUS_UNSPECIFIED value
         * @property {number} INTENT_STATUS_JOINING=1 INTENT_STATUS_JOINING value
         * @property {number} INTENT_STATUS_ACTIVE=2 INTENT_STATUS_ACTIVE value
         * @property {number} INTENT_STATUS_LEAVING=3 INTENT_STATUS_LEAVING value
         * @property {number} INTENT_STATUS_LEFT=4 INTENT_STATUS_LEFT value
         * @property {number} INTENT_STATUS_REMOVED=5 INTENT_STATUS_REMOVED value
         * @property {number} INTENT_STATUS_REMOVING=6 INTENT_STATUS_REMOVING value
         */
        v1.IntentStatus = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "INTENT_STATUS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "INTENT_STATUS_JOINING"] = 1;
            values[valuesById[2] = "INTENT_STATUS_ACTIVE"] = 2;
            values[valuesById[3] = "INTENT_STATUS_LEAVING"] = 3;
            values[valuesById[4] = "INTENT_STATUS_LEFT"] = 4;
            values[valuesById[5] = "INTENT_STATUS_REMOVED"] = 5;
            values[valuesById[6] = "INTENT_STATUS_REMOVING"] = 6;
            return values;
        })();

        v1.SignedIntent = (function() {

            /**
             * Properties of a SignedIntent.
             * @typedef {Object} starling.v1.SignedIntent.$Properties
             * @property {Uint8Array|null} [content] SignedIntent content
             * @property {Uint8Array|null} [signature] SignedIntent signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignedIntent.
             * @memberof starling.v1
             * @interface ISignedIntent
             * @augments starling.v1.SignedIntent.$Properties
             * @deprecated Use starling.v1.SignedIntent.$Properties instead.
             */

            /**
             * Shape of a SignedIntent.
             * @typedef {starling.v1.SignedIntent.$Properties} starling.v1.SignedIntent.$Shape
             */

            /**
             * Constructs a new SignedIntent.
             * @memberof starling.v1
             * @classdesc Represents a SignedIntent.
             * @constructor
             * @param {starling.v1.SignedIntent.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignedIntent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignedIntent content.
             * @member {Uint8Array} content
             * @memberof starling.v1.SignedIntent
             * @instance
             */
            SignedIntent.prototype.content = $util.newBuffer([]);

            /**
             * SignedIntent signature.
             * @member {Uint8Array} signature
             * @memberof starling.v1.SignedIntent
             * @instance
             */
            SignedIntent.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new SignedIntent instance using the specified properties.
             * @function create
             * @memberof starling.v1.SignedIntent
             * @static
             * @param {starling.v1.SignedIntent.$Properties=} [properties] Properties to set
             * @returns {starling.v1.SignedIntent} SignedIntent instance
             * @type {{
             *   (properties: starling.v1.SignedIntent.$Shape): starling.v1.SignedIntent & starling.v1.SignedIntent.$Shape;
             *   (properties?: starling.v1.SignedIntent.$Properties): starling.v1.SignedIntent;
             * }}
             */
            SignedIntent.create = function(properties) {
                return new SignedIntent(properties);
            };

            /**
             * Encodes the specified SignedIntent message. Does not implicitly {@link starling.v1.SignedIntent.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.SignedIntent
             * @static
             * @param {starling.v1.SignedIntent.$Properties} message SignedIntent message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignedIntent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.content != null && $Object.hasOwnProperty.call(message, "content") && message.content.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.content);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignedIntent message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.SignedIntent
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.SignedIntent & starling.v1.SignedIntent.$Shape} SignedIntent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignedIntent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.SignedIntent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.content = value;
                            else
                                delete message.content;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignedIntent;
        })();

        v1.Intent = (function() {

            /**
             * Properties of an Intent.
             * @typedef {Object} starling.v1.Intent.$Properties
             * @property {string|null} [peer] Intent peer
             * @property {starling.v1.IntentStatus|null} [status] Intent status
             * @property {number|null} [counter] Intent counter
             * @property {string|null} [zone] Intent zone
             * @property {number|null} [weight] Intent weight
             * @property {Array.<string>|null} [addresses] Intent addresses
             * @property {string|null} [clientAddress] Intent clientAddress
             * @property {Uint8Array|null} [complete] Intent complete
             * @property {string|null} [storageId] Intent storageId
             * @property {number|null} [run] Intent run
             * @property {string|null} [author] Intent author
             * @property {string|null} [seat] Intent seat
             * @property {number|null} [nextWeight] Intent nextWeight
             * @property {string|null} [nextZone] Intent nextZone
             * @property {string|null} [completeFor] Intent completeFor
             * @property {number|null} [sinceCounter] Intent sinceCounter
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Intent.
             * @memberof starling.v1
             * @interface IIntent
             * @augments starling.v1.Intent.$Properties
             * @deprecated Use starling.v1.Intent.$Properties instead.
             */

            /**
             * Shape of an Intent.
             * @typedef {starling.v1.Intent.$Properties} starling.v1.Intent.$Shape
             */

            /**
             * Constructs a new Intent.
             * @memberof starling.v1
             * @classdesc Represents an Intent.
             * @constructor
             * @param {starling.v1.Intent.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Intent = function (properties) {
                this.addresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Intent peer.
             * @member {string} peer
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.peer = "";

            /**
             * Intent status.
             * @member {starling.v1.IntentStatus} status
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.status = 0;

            /**
             * Intent counter.
             * @member {number} counter
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.counter = 0;

            /**
             * Intent zone.
             * @member {string} zone
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.zone = "";

            /**
             * Intent weight.
             * @member {number} weight
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.weight = 0;

            /**
             * Intent addresses.
             * @member {Array.<string>} addresses
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.addresses = $util.emptyArray;

            /**
             * Intent clientAddress.
             * @member {string} clientAddress
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.clientAddress = "";

            /**
             * Intent complete.
             * @member {Uint8Array} complete
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.complete = $util.newBuffer([]);

            /**
             * Intent storageId.
             * @member {string} storageId
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.storageId = "";

            /**
             * Intent run.
             * @member {number} run
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.run = 0;

            /**
             * Intent author.
             * @member {string} author
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.author = "";

            /**
             * Intent seat.
             * @member {string} seat
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.seat = "";

            /**
             * Intent nextWeight.
             * @member {number} nextWeight
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.nextWeight = 0;

            /**
             * Intent nextZone.
             * @member {string} nextZone
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.nextZone = "";

            /**
             * Intent completeFor.
             * @member {string} completeFor
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.completeFor = "";

            /**
             * Intent sinceCounter.
             * @member {number} sinceCounter
             * @memberof starling.v1.Intent
             * @instance
             */
            Intent.prototype.sinceCounter = 0;

            /**
             * Creates a new Intent instance using the specified properties.
             * @function create
             * @memberof starling.v1.Intent
             * @static
             * @param {starling.v1.Intent.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Intent} Intent instance
             * @type {{
             *   (properties: starling.v1.Intent.$Shape): starling.v1.Intent & starling.v1.Intent.$Shape;
             *   (properties?: starling.v1.Intent.$Properties): starling.v1.Intent;
             * }}
             */
            Intent.create = function(properties) {
                return new Intent(properties);
            };

            /**
             * Encodes the specified Intent message. Does not implicitly {@link starling.v1.Intent.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Intent
             * @static
             * @param {starling.v1.Intent.$Properties} message Intent message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Intent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.peer);
                if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.status);
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter") && message.counter !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.counter);
                if (message.zone != null && $Object.hasOwnProperty.call(message, "zone") && message.zone !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.zone);
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight") && message.weight !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.weight);
                if (message.addresses != null && message.addresses.length)
                    for (let i = 0; i < message.addresses.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.addresses[i]);
                if (message.clientAddress != null && $Object.hasOwnProperty.call(message, "clientAddress") && message.clientAddress !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.clientAddress);
                if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.complete);
                if (message.storageId != null && $Object.hasOwnProperty.call(message, "storageId") && message.storageId !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.storageId);
                if (message.run != null && $Object.hasOwnProperty.call(message, "run") && message.run !== 0)
                    writer.uint32(/* id 10, wireType 5 =*/85).fixed32(message.run);
                if (message.author != null && $Object.hasOwnProperty.call(message, "author") && message.author !== "")
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.author);
                if (message.seat != null && $Object.hasOwnProperty.call(message, "seat") && message.seat !== "")
                    writer.uint32(/* id 12, wireType 2 =*/98).string(message.seat);
                if (message.nextWeight != null && $Object.hasOwnProperty.call(message, "nextWeight") && message.nextWeight !== 0)
                    writer.uint32(/* id 13, wireType 0 =*/104).uint32(message.nextWeight);
                if (message.nextZone != null && $Object.hasOwnProperty.call(message, "nextZone") && message.nextZone !== "")
                    writer.uint32(/* id 14, wireType 2 =*/114).string(message.nextZone);
                if (message.completeFor != null && $Object.hasOwnProperty.call(message, "completeFor") && message.completeFor !== "")
                    writer.uint32(/* id 15, wireType 2 =*/122).string(message.completeFor);
                if (message.sinceCounter != null && $Object.hasOwnProperty.call(message, "sinceCounter") && message.sinceCounter !== 0)
                    writer.uint32(/* id 16, wireType 0 =*/128).uint32(message.sinceCounter);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Intent message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Intent
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Intent & starling.v1.Intent.$Shape} Intent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Intent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Intent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.peer = value;
                            else
                                delete message.peer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.status = value;
                            else
                                delete message.status;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.counter = value;
                            else
                                delete message.counter;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.zone = value;
                            else
                                delete message.zone;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.weight = value;
                            else
                                delete message.weight;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addresses && message.addresses.length))
                                message.addresses = [];
                            message.addresses.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.clientAddress = value;
                            else
                                delete message.clientAddress;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.complete = value;
                            else
                                delete message.complete;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.storageId = value;
                            else
                                delete message.storageId;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.run = value;
                            else
                                delete message.run;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.author = value;
                            else
                                delete message.author;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.seat = value;
                            else
                                delete message.seat;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nextWeight = value;
                            else
                                delete message.nextWeight;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nextZone = value;
                            else
                                delete message.nextZone;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.completeFor = value;
                            else
                                delete message.completeFor;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sinceCounter = value;
                            else
                                delete message.sinceCounter;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Intent;
        })();

        v1.SealedIntents = (function() {

            /**
             * Properties of a SealedIntents.
             * @typedef {Object} starling.v1.SealedIntents.$Properties
             * @property {Array.<Uint8Array>|null} [seals] SealedIntents seals
             * @property {Uint8Array|null} [content] SealedIntents content
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SealedIntents.
             * @memberof starling.v1
             * @interface ISealedIntents
             * @augments starling.v1.SealedIntents.$Properties
             * @deprecated Use starling.v1.SealedIntents.$Properties instead.
             */

            /**
             * Shape of a SealedIntents.
             * @typedef {starling.v1.SealedIntents.$Properties} starling.v1.SealedIntents.$Shape
             */

            /**
             * Constructs a new SealedIntents.
             * @memberof starling.v1
             * @classdesc Represents a SealedIntents.
             * @constructor
             * @param {starling.v1.SealedIntents.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SealedIntents = function (properties) {
                this.seals = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SealedIntents seals.
             * @member {Array.<Uint8Array>} seals
             * @memberof starling.v1.SealedIntents
             * @instance
             */
            SealedIntents.prototype.seals = $util.emptyArray;

            /**
             * SealedIntents content.
             * @member {Uint8Array} content
             * @memberof starling.v1.SealedIntents
             * @instance
             */
            SealedIntents.prototype.content = $util.newBuffer([]);

            /**
             * Creates a new SealedIntents instance using the specified properties.
             * @function create
             * @memberof starling.v1.SealedIntents
             * @static
             * @param {starling.v1.SealedIntents.$Properties=} [properties] Properties to set
             * @returns {starling.v1.SealedIntents} SealedIntents instance
             * @type {{
             *   (properties: starling.v1.SealedIntents.$Shape): starling.v1.SealedIntents & starling.v1.SealedIntents.$Shape;
             *   (properties?: starling.v1.SealedIntents.$Properties): starling.v1.SealedIntents;
             * }}
             */
            SealedIntents.create = function(properties) {
                return new SealedIntents(properties);
            };

            /**
             * Encodes the specified SealedIntents message. Does not implicitly {@link starling.v1.SealedIntents.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.SealedIntents
             * @static
             * @param {starling.v1.SealedIntents.$Properties} message SealedIntents message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SealedIntents.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seals != null && message.seals.length)
                    for (let i = 0; i < message.seals.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.seals[i]);
                if (message.content != null && $Object.hasOwnProperty.call(message, "content") && message.content.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.content);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SealedIntents message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.SealedIntents
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.SealedIntents & starling.v1.SealedIntents.$Shape} SealedIntents
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SealedIntents.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.SealedIntents();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.seals && message.seals.length))
                                message.seals = [];
                            message.seals.push(reader.bytes());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.content = value;
                            else
                                delete message.content;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SealedIntents;
        })();

        v1.IntentList = (function() {

            /**
             * Properties of an IntentList.
             * @typedef {Object} starling.v1.IntentList.$Properties
             * @property {Array.<starling.v1.SignedIntent.$Properties>|null} [intents] IntentList intents
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an IntentList.
             * @memberof starling.v1
             * @interface IIntentList
             * @augments starling.v1.IntentList.$Properties
             * @deprecated Use starling.v1.IntentList.$Properties instead.
             */

            /**
             * Shape of an IntentList.
             * @typedef {starling.v1.IntentList.$Properties} starling.v1.IntentList.$Shape
             */

            /**
             * Constructs a new IntentList.
             * @memberof starling.v1
             * @classdesc Represents an IntentList.
             * @constructor
             * @param {starling.v1.IntentList.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const IntentList = function (properties) {
                this.intents = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * IntentList intents.
             * @member {Array.<starling.v1.SignedIntent.$Properties>} intents
             * @memberof starling.v1.IntentList
             * @instance
             */
            IntentList.prototype.intents = $util.emptyArray;

            /**
             * Creates a new IntentList instance using the specified properties.
             * @function create
             * @memberof starling.v1.IntentList
             * @static
             * @param {starling.v1.IntentList.$Properties=} [properties] Properties to set
             * @returns {starling.v1.IntentList} IntentList instance
             * @type {{
             *   (properties: starling.v1.IntentList.$Shape): starling.v1.IntentList & starling.v1.IntentList.$Shape;
             *   (properties?: starling.v1.IntentList.$Properties): starling.v1.IntentList;
             * }}
             */
            IntentList.create = function(properties) {
                return new IntentList(properties);
            };

            /**
             * Encodes the specified IntentList message. Does not implicitly {@link starling.v1.IntentList.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.IntentList
             * @static
             * @param {starling.v1.IntentList.$Properties} message IntentList message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            IntentList.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.intents != null && message.intents.length)
                    for (let i = 0; i < message.intents.length; ++i)
                        $root.starling.v1.SignedIntent.encode(message.intents[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an IntentList message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.IntentList
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.IntentList & starling.v1.IntentList.$Shape} IntentList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            IntentList.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.IntentList();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.intents && message.intents.length))
                                message.intents = [];
                            message.intents.push($root.starling.v1.SignedIntent.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return IntentList;
        })();

        v1.ReplicaRequest = (function() {

            /**
             * Properties of a ReplicaRequest.
             * @typedef {Object} starling.v1.ReplicaRequest.$Properties
             * @property {number|null} [id] ReplicaRequest id
             * @property {number|null} [timeoutMs] ReplicaRequest timeoutMs
             * @property {number|null} [ownersHash] ReplicaRequest ownersHash
             * @property {starling.v1.Write.$Properties|null} [write] ReplicaRequest write
             * @property {string|null} [read] ReplicaRequest read
             * @property {string|null} [readVersion] ReplicaRequest readVersion
             * @property {starling.v1.ReplicaScan.$Properties|null} [scan] ReplicaRequest scan
             * @property {starling.v1.Compare.$Properties|null} [compare] ReplicaRequest compare
             * @property {starling.v1.Turn.$Properties|null} [turn] ReplicaRequest turn
             * @property {starling.v1.Hint.$Properties|null} [hint] ReplicaRequest hint
             * @property {Uint8Array|null} [traceparent] ReplicaRequest traceparent
             * @property {"write"|"read"|"readVersion"|"scan"|"compare"|"turn"|"hint"} [op] ReplicaRequest op
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReplicaRequest.
             * @memberof starling.v1
             * @interface IReplicaRequest
             * @augments starling.v1.ReplicaRequest.$Properties
             * @deprecated Use starling.v1.ReplicaRequest.$Properties instead.
             */

            /**
             * Narrowed shape of a ReplicaRequest.
             * @typedef {{
             *   id?: number|null;
             *   timeoutMs?: number|null;
             *   ownersHash?: number|null;
             *   write?: starling.v1.Write.$Shape|null;
             *   read?: string|null;
             *   readVersion?: string|null;
             *   scan?: starling.v1.ReplicaScan.$Shape|null;
             *   compare?: starling.v1.Compare.$Shape|null;
             *   turn?: starling.v1.Turn.$Shape|null;
             *   hint?: starling.v1.Hint.$Shape|null;
             *   traceparent?: Uint8Array|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ op?: undefined; write?: null; read?: null; readVersion?: null; scan?: null; compare?: null; turn?: null; hint?: null }|{ op?: "write"; write: starling.v1.Write.$Shape; read?: null; readVersion?: null; scan?: null; compare?: null; turn?: null; hint?: null }|{ op?: "read"; write?: null; read: string; readVersion?: null; scan?: null; compare?: null; turn?: null; hint?: null }|{ op?: "readVersion"; write?: null; read?: null; readVersion: string; scan?: null; compare?: null; turn?: null; hint?: null }|{ op?: "scan"; write?: null; read?: null; readVersion?: null; scan: starling.v1.ReplicaScan.$Shape; compare?: null; turn?: null; hint?: null }|{ op?: "compare"; write?: null; read?: null; readVersion?: null; scan?: null; compare: starling.v1.Compare.$Shape; turn?: null; hint?: null }|{ op?: "turn"; write?: null; read?: null; readVersion?: null; scan?: null; compare?: null; turn: starling.v1.Turn.$Shape; hint?: null }|{ op?: "hint"; write?: null; read?: null; readVersion?: null; scan?: null; compare?: null; turn?: null; hint: starling.v1.Hint.$Shape })
             * )} starling.v1.ReplicaRequest.$Shape
             */

            /**
             * Constructs a new ReplicaRequest.
             * @memberof starling.v1
             * @classdesc Represents a ReplicaRequest.
             * @constructor
             * @param {starling.v1.ReplicaRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReplicaRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReplicaRequest id.
             * @member {number} id
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            ReplicaRequest.prototype.id = 0;

            /**
             * ReplicaRequest timeoutMs.
             * @member {number} timeoutMs
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            ReplicaRequest.prototype.timeoutMs = 0;

            /**
             * ReplicaRequest ownersHash.
             * @member {number} ownersHash
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            ReplicaRequest.prototype.ownersHash = 0;

            /**
             * ReplicaRequest write.
             * @member {starling.v1.Write.$Properties|null|undefined} write
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            ReplicaRequest.prototype.write = null;

            /**
             * ReplicaRequest read.
             * @member {string|null|undefined} read
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            ReplicaRequest.prototype.read = null;

            /**
             * ReplicaRequest readVersion.
             * @member {string|null|undefined} readVersion
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            ReplicaRequest.prototype.readVersion = null;

            /**
             * ReplicaRequest scan.
             * @member {starling.v1.ReplicaScan.$Properties|null|undefined} scan
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            ReplicaRequest.prototype.scan = null;

            /**
             * ReplicaRequest compare.
             * @member {starling.v1.Compare.$Properties|null|undefined} compare
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            ReplicaRequest.prototype.compare = null;

            /**
             * ReplicaRequest turn.
             * @member {starling.v1.Turn.$Properties|null|undefined} turn
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            ReplicaRequest.prototype.turn = null;

            /**
             * ReplicaRequest hint.
             * @member {starling.v1.Hint.$Properties|null|undefined} hint
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            ReplicaRequest.prototype.hint = null;

            /**
             * ReplicaRequest traceparent.
             * @member {Uint8Array} traceparent
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            ReplicaRequest.prototype.traceparent = $util.newBuffer([]);

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * ReplicaRequest op.
             * @member {"write"|"read"|"readVersion"|"scan"|"compare"|"turn"|"hint"|undefined} op
             * @memberof starling.v1.ReplicaRequest
             * @instance
             */
            $Object.defineProperty(ReplicaRequest.prototype, "op", {
                get: $util.oneOfGetter($oneOfFields = ["write", "read", "readVersion", "scan", "compare", "turn", "hint"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new ReplicaRequest instance using the specified properties.
             * @function create
             * @memberof starling.v1.ReplicaRequest
             * @static
             * @param {starling.v1.ReplicaRequest.$Properties=} [properties] Properties to set
             * @returns {starling.v1.ReplicaRequest} ReplicaRequest instance
             * @type {{
             *   (properties: starling.v1.ReplicaRequest.$Shape): starling.v1.ReplicaRequest & starling.v1.ReplicaRequest.$Shape;
             *   (properties?: starling.v1.ReplicaRequest.$Properties): starling.v1.ReplicaRequest;
             * }}
             */
            ReplicaRequest.create = function(properties) {
                return new ReplicaRequest(properties);
            };

            /**
             * Encodes the specified ReplicaRequest message. Does not implicitly {@link starling.v1.ReplicaRequest.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.ReplicaRequest
             * @static
             * @param {starling.v1.ReplicaRequest.$Properties} message ReplicaRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReplicaRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutMs);
                if (message.ownersHash != null && $Object.hasOwnProperty.call(message, "ownersHash") && message.ownersHash !== 0)
                    writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.ownersHash);
                if (message.write != null && $Object.hasOwnProperty.call(message, "write"))
                    $root.starling.v1.Write.encode(message.write, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.read != null && $Object.hasOwnProperty.call(message, "read"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.read);
                if (message.readVersion != null && $Object.hasOwnProperty.call(message, "readVersion"))
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.readVersion);
                if (message.scan != null && $Object.hasOwnProperty.call(message, "scan"))
                    $root.starling.v1.ReplicaScan.encode(message.scan, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.compare != null && $Object.hasOwnProperty.call(message, "compare"))
                    $root.starling.v1.Compare.encode(message.compare, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.turn != null && $Object.hasOwnProperty.call(message, "turn"))
                    $root.starling.v1.Turn.encode(message.turn, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.hint != null && $Object.hasOwnProperty.call(message, "hint"))
                    $root.starling.v1.Hint.encode(message.hint, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.traceparent != null && $Object.hasOwnProperty.call(message, "traceparent") && message.traceparent.length)
                    writer.uint32(/* id 11, wireType 2 =*/90).bytes(message.traceparent);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReplicaRequest message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.ReplicaRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.ReplicaRequest & starling.v1.ReplicaRequest.$Shape} ReplicaRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReplicaRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.ReplicaRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutMs = value;
                            else
                                delete message.timeoutMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.ownersHash = value;
                            else
                                delete message.ownersHash;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.write = $root.starling.v1.Write.decode(reader, reader.size(), $undefined, _depth + 1, message.write);
                            message.op = "write";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.read = reader.stringVerify();
                            message.op = "read";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.readVersion = reader.stringVerify();
                            message.op = "readVersion";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.scan = $root.starling.v1.ReplicaScan.decode(reader, reader.size(), $undefined, _depth + 1, message.scan);
                            message.op = "scan";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.compare = $root.starling.v1.Compare.decode(reader, reader.size(), $undefined, _depth + 1, message.compare);
                            message.op = "compare";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.turn = $root.starling.v1.Turn.decode(reader, reader.size(), $undefined, _depth + 1, message.turn);
                            message.op = "turn";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.hint = $root.starling.v1.Hint.decode(reader, reader.size(), $undefined, _depth + 1, message.hint);
                            message.op = "hint";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.traceparent = value;
                            else
                                delete message.traceparent;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReplicaRequest;
        })();

        v1.Turn = (function() {

            /**
             * Properties of a Turn.
             * @typedef {Object} starling.v1.Turn.$Properties
             * @property {string|null} [basis] Turn basis
             * @property {boolean|null} [release] Turn release
             * @property {boolean|null} ["yield"] Turn yield
             * @property {string|null} [change] Turn change
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Turn.
             * @memberof starling.v1
             * @interface ITurn
             * @augments starling.v1.Turn.$Properties
             * @deprecated Use starling.v1.Turn.$Properties instead.
             */

            /**
             * Shape of a Turn.
             * @typedef {starling.v1.Turn.$Properties} starling.v1.Turn.$Shape
             */

            /**
             * Constructs a new Turn.
             * @memberof starling.v1
             * @classdesc Represents a Turn.
             * @constructor
             * @param {starling.v1.Turn.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Turn = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Turn basis.
             * @member {string} basis
             * @memberof starling.v1.Turn
             * @instance
             */
            Turn.prototype.basis = "";

            /**
             * Turn release.
             * @member {boolean} release
             * @memberof starling.v1.Turn
             * @instance
             */
            Turn.prototype.release = false;

            /**
             * Turn yield.
             * @member {boolean} yield
             * @memberof starling.v1.Turn
             * @instance
             */
            Turn.prototype["yield"] = false;

            /**
             * Turn change.
             * @member {string} change
             * @memberof starling.v1.Turn
             * @instance
             */
            Turn.prototype.change = "";

            /**
             * Creates a new Turn instance using the specified properties.
             * @function create
             * @memberof starling.v1.Turn
             * @static
             * @param {starling.v1.Turn.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Turn} Turn instance
             * @type {{
             *   (properties: starling.v1.Turn.$Shape): starling.v1.Turn & starling.v1.Turn.$Shape;
             *   (properties?: starling.v1.Turn.$Properties): starling.v1.Turn;
             * }}
             */
            Turn.create = function(properties) {
                return new Turn(properties);
            };

            /**
             * Encodes the specified Turn message. Does not implicitly {@link starling.v1.Turn.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Turn
             * @static
             * @param {starling.v1.Turn.$Properties} message Turn message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Turn.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.basis != null && $Object.hasOwnProperty.call(message, "basis") && message.basis !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.basis);
                if (message.release != null && $Object.hasOwnProperty.call(message, "release") && message.release !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.release);
                if (message["yield"] != null && $Object.hasOwnProperty.call(message, "yield") && message["yield"] !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message["yield"]);
                if (message.change != null && $Object.hasOwnProperty.call(message, "change") && message.change !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.change);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Turn message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Turn
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Turn & starling.v1.Turn.$Shape} Turn
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Turn.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Turn();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.basis = value;
                            else
                                delete message.basis;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.release = value;
                            else
                                delete message.release;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message["yield"] = value;
                            else
                                delete message["yield"];
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.change = value;
                            else
                                delete message.change;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Turn;
        })();

        v1.Hint = (function() {

            /**
             * Properties of a Hint.
             * @typedef {Object} starling.v1.Hint.$Properties
             * @property {string|null} [peer] Hint peer
             * @property {starling.v1.Record.$Properties|null} [record] Hint record
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hint.
             * @memberof starling.v1
             * @interface IHint
             * @augments starling.v1.Hint.$Properties
             * @deprecated Use starling.v1.Hint.$Properties instead.
             */

            /**
             * Shape of a Hint.
             * @typedef {starling.v1.Hint.$Properties} starling.v1.Hint.$Shape
             */

            /**
             * Constructs a new Hint.
             * @memberof starling.v1
             * @classdesc Represents a Hint.
             * @constructor
             * @param {starling.v1.Hint.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hint = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hint peer.
             * @member {string} peer
             * @memberof starling.v1.Hint
             * @instance
             */
            Hint.prototype.peer = "";

            /**
             * Hint record.
             * @member {starling.v1.Record.$Properties|null|undefined} record
             * @memberof starling.v1.Hint
             * @instance
             */
            Hint.prototype.record = null;

            /**
             * Creates a new Hint instance using the specified properties.
             * @function create
             * @memberof starling.v1.Hint
             * @static
             * @param {starling.v1.Hint.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Hint} Hint instance
             * @type {{
             *   (properties: starling.v1.Hint.$Shape): starling.v1.Hint & starling.v1.Hint.$Shape;
             *   (properties?: starling.v1.Hint.$Properties): starling.v1.Hint;
             * }}
             */
            Hint.create = function(properties) {
                return new Hint(properties);
            };

            /**
             * Encodes the specified Hint message. Does not implicitly {@link starling.v1.Hint.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Hint
             * @static
             * @param {starling.v1.Hint.$Properties} message Hint message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hint.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.peer);
                if (message.record != null && $Object.hasOwnProperty.call(message, "record"))
                    $root.starling.v1.Record.encode(message.record, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hint message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Hint
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Hint & starling.v1.Hint.$Shape} Hint
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hint.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Hint();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.peer = value;
                            else
                                delete message.peer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.record = $root.starling.v1.Record.decode(reader, reader.size(), $undefined, _depth + 1, message.record);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hint;
        })();

        v1.Write = (function() {

            /**
             * Properties of a Write.
             * @typedef {Object} starling.v1.Write.$Properties
             * @property {starling.v1.Record.$Properties|null} [record] Write record
             * @property {starling.v1.Durability|null} [durability] Write durability
             * @property {boolean|null} [repair] Write repair
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Write.
             * @memberof starling.v1
             * @interface IWrite
             * @augments starling.v1.Write.$Properties
             * @deprecated Use starling.v1.Write.$Properties instead.
             */

            /**
             * Shape of a Write.
             * @typedef {starling.v1.Write.$Properties} starling.v1.Write.$Shape
             */

            /**
             * Constructs a new Write.
             * @memberof starling.v1
             * @classdesc Represents a Write.
             * @constructor
             * @param {starling.v1.Write.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Write = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Write record.
             * @member {starling.v1.Record.$Properties|null|undefined} record
             * @memberof starling.v1.Write
             * @instance
             */
            Write.prototype.record = null;

            /**
             * Write durability.
             * @member {starling.v1.Durability} durability
             * @memberof starling.v1.Write
             * @instance
             */
            Write.prototype.durability = 0;

            /**
             * Write repair.
             * @member {boolean} repair
             * @memberof starling.v1.Write
             * @instance
             */
            Write.prototype.repair = false;

            /**
             * Creates a new Write instance using the specified properties.
             * @function create
             * @memberof starling.v1.Write
             * @static
             * @param {starling.v1.Write.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Write} Write instance
             * @type {{
             *   (properties: starling.v1.Write.$Shape): starling.v1.Write & starling.v1.Write.$Shape;
             *   (properties?: starling.v1.Write.$Properties): starling.v1.Write;
             * }}
             */
            Write.create = function(properties) {
                return new Write(properties);
            };

            /**
             * Encodes the specified Write message. Does not implicitly {@link starling.v1.Write.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Write
             * @static
             * @param {starling.v1.Write.$Properties} message Write message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Write.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.record != null && $Object.hasOwnProperty.call(message, "record"))
                    $root.starling.v1.Record.encode(message.record, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.durability != null && $Object.hasOwnProperty.call(message, "durability") && message.durability !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.durability);
                if (message.repair != null && $Object.hasOwnProperty.call(message, "repair") && message.repair !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.repair);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Write message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Write
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Write & starling.v1.Write.$Shape} Write
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Write.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Write();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.record = $root.starling.v1.Record.decode(reader, reader.size(), $undefined, _depth + 1, message.record);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.durability = value;
                            else
                                delete message.durability;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.repair = value;
                            else
                                delete message.repair;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Write;
        })();

        v1.Compare = (function() {

            /**
             * Properties of a Compare.
             * @typedef {Object} starling.v1.Compare.$Properties
             * @property {Array.<starling.v1.Compare.Item.$Properties>|null} [items] Compare items
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Compare.
             * @memberof starling.v1
             * @interface ICompare
             * @augments starling.v1.Compare.$Properties
             * @deprecated Use starling.v1.Compare.$Properties instead.
             */

            /**
             * Shape of a Compare.
             * @typedef {starling.v1.Compare.$Properties} starling.v1.Compare.$Shape
             */

            /**
             * Constructs a new Compare.
             * @memberof starling.v1
             * @classdesc Represents a Compare.
             * @constructor
             * @param {starling.v1.Compare.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Compare = function (properties) {
                this.items = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Compare items.
             * @member {Array.<starling.v1.Compare.Item.$Properties>} items
             * @memberof starling.v1.Compare
             * @instance
             */
            Compare.prototype.items = $util.emptyArray;

            /**
             * Creates a new Compare instance using the specified properties.
             * @function create
             * @memberof starling.v1.Compare
             * @static
             * @param {starling.v1.Compare.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Compare} Compare instance
             * @type {{
             *   (properties: starling.v1.Compare.$Shape): starling.v1.Compare & starling.v1.Compare.$Shape;
             *   (properties?: starling.v1.Compare.$Properties): starling.v1.Compare;
             * }}
             */
            Compare.create = function(properties) {
                return new Compare(properties);
            };

            /**
             * Encodes the specified Compare message. Does not implicitly {@link starling.v1.Compare.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Compare
             * @static
             * @param {starling.v1.Compare.$Properties} message Compare message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Compare.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.items != null && message.items.length)
                    for (let i = 0; i < message.items.length; ++i)
                        $root.starling.v1.Compare.Item.encode(message.items[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Compare message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Compare
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Compare & starling.v1.Compare.$Shape} Compare
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Compare.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Compare();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.items && message.items.length))
                                message.items = [];
                            message.items.push($root.starling.v1.Compare.Item.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Compare.Item = (function() {

                /**
                 * Properties of an Item.
                 * @typedef {Object} starling.v1.Compare.Item.$Properties
                 * @property {string|null} [key] Item key
                 * @property {Uint8Array|null} [version] Item version
                 * @property {number|null} [ownersHash] Item ownersHash
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Item.
                 * @memberof starling.v1.Compare
                 * @interface IItem
                 * @augments starling.v1.Compare.Item.$Properties
                 * @deprecated Use starling.v1.Compare.Item.$Properties instead.
                 */

                /**
                 * Shape of an Item.
                 * @typedef {starling.v1.Compare.Item.$Properties} starling.v1.Compare.Item.$Shape
                 */

                /**
                 * Constructs a new Item.
                 * @memberof starling.v1.Compare
                 * @classdesc Represents an Item.
                 * @constructor
                 * @param {starling.v1.Compare.Item.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Item = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Item key.
                 * @member {string} key
                 * @memberof starling.v1.Compare.Item
                 * @instance
                 */
                Item.prototype.key = "";

                /**
                 * Item version.
                 * @member {Uint8Array} version
                 * @memberof starling.v1.Compare.Item
                 * @instance
                 */
                Item.prototype.version = $util.newBuffer([]);

                /**
                 * Item ownersHash.
                 * @member {number} ownersHash
                 * @memberof starling.v1.Compare.Item
                 * @instance
                 */
                Item.prototype.ownersHash = 0;

                /**
                 * Creates a new Item instance using the specified properties.
                 * @function create
                 * @memberof starling.v1.Compare.Item
                 * @static
                 * @param {starling.v1.Compare.Item.$Properties=} [properties] Properties to set
                 * @returns {starling.v1.Compare.Item} Item instance
                 * @type {{
                 *   (properties: starling.v1.Compare.Item.$Shape): starling.v1.Compare.Item & starling.v1.Compare.Item.$Shape;
                 *   (properties?: starling.v1.Compare.Item.$Properties): starling.v1.Compare.Item;
                 * }}
                 */
                Item.create = function(properties) {
                    return new Item(properties);
                };

                /**
                 * Encodes the specified Item message. Does not implicitly {@link starling.v1.Compare.Item.verify|verify} messages.
                 * @function encode
                 * @memberof starling.v1.Compare.Item
                 * @static
                 * @param {starling.v1.Compare.Item.$Properties} message Item message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Item.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.version);
                    if (message.ownersHash != null && $Object.hasOwnProperty.call(message, "ownersHash") && message.ownersHash !== 0)
                        writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.ownersHash);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Item message from the specified reader or buffer.
                 * @function decode
                 * @memberof starling.v1.Compare.Item
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {starling.v1.Compare.Item & starling.v1.Compare.Item.$Shape} Item
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Item.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.starling.v1.Compare.Item();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 5)
                                    break;
                                if (value = reader.fixed32())
                                    message.ownersHash = value;
                                else
                                    delete message.ownersHash;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Item;
            })();

            return Compare;
        })();

        v1.ReplicaScan = (function() {

            /**
             * Properties of a ReplicaScan.
             * @typedef {Object} starling.v1.ReplicaScan.$Properties
             * @property {number|null} [partition] ReplicaScan partition
             * @property {Uint8Array|null} [afterToken] ReplicaScan afterToken
             * @property {number|null} [limitBytes] ReplicaScan limitBytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReplicaScan.
             * @memberof starling.v1
             * @interface IReplicaScan
             * @augments starling.v1.ReplicaScan.$Properties
             * @deprecated Use starling.v1.ReplicaScan.$Properties instead.
             */

            /**
             * Shape of a ReplicaScan.
             * @typedef {starling.v1.ReplicaScan.$Properties} starling.v1.ReplicaScan.$Shape
             */

            /**
             * Constructs a new ReplicaScan.
             * @memberof starling.v1
             * @classdesc Represents a ReplicaScan.
             * @constructor
             * @param {starling.v1.ReplicaScan.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReplicaScan = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReplicaScan partition.
             * @member {number} partition
             * @memberof starling.v1.ReplicaScan
             * @instance
             */
            ReplicaScan.prototype.partition = 0;

            /**
             * ReplicaScan afterToken.
             * @member {Uint8Array} afterToken
             * @memberof starling.v1.ReplicaScan
             * @instance
             */
            ReplicaScan.prototype.afterToken = $util.newBuffer([]);

            /**
             * ReplicaScan limitBytes.
             * @member {number} limitBytes
             * @memberof starling.v1.ReplicaScan
             * @instance
             */
            ReplicaScan.prototype.limitBytes = 0;

            /**
             * Creates a new ReplicaScan instance using the specified properties.
             * @function create
             * @memberof starling.v1.ReplicaScan
             * @static
             * @param {starling.v1.ReplicaScan.$Properties=} [properties] Properties to set
             * @returns {starling.v1.ReplicaScan} ReplicaScan instance
             * @type {{
             *   (properties: starling.v1.ReplicaScan.$Shape): starling.v1.ReplicaScan & starling.v1.ReplicaScan.$Shape;
             *   (properties?: starling.v1.ReplicaScan.$Properties): starling.v1.ReplicaScan;
             * }}
             */
            ReplicaScan.create = function(properties) {
                return new ReplicaScan(properties);
            };

            /**
             * Encodes the specified ReplicaScan message. Does not implicitly {@link starling.v1.ReplicaScan.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.ReplicaScan
             * @static
             * @param {starling.v1.ReplicaScan.$Properties} message ReplicaScan message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReplicaScan.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.partition);
                if (message.afterToken != null && $Object.hasOwnProperty.call(message, "afterToken") && message.afterToken.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.afterToken);
                if (message.limitBytes != null && $Object.hasOwnProperty.call(message, "limitBytes") && message.limitBytes !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.limitBytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReplicaScan message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.ReplicaScan
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.ReplicaScan & starling.v1.ReplicaScan.$Shape} ReplicaScan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReplicaScan.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.ReplicaScan();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partition = value;
                            else
                                delete message.partition;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.afterToken = value;
                            else
                                delete message.afterToken;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.limitBytes = value;
                            else
                                delete message.limitBytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReplicaScan;
        })();

        v1.ReplicaResponse = (function() {

            /**
             * Properties of a ReplicaResponse.
             * @typedef {Object} starling.v1.ReplicaResponse.$Properties
             * @property {number|null} [id] ReplicaResponse id
             * @property {starling.v1.Written.$Properties|null} [written] ReplicaResponse written
             * @property {starling.v1.Found.$Properties|null} [found] ReplicaResponse found
             * @property {starling.v1.FoundVersion.$Properties|null} [foundVersion] ReplicaResponse foundVersion
             * @property {starling.v1.ReplicaPage.$Properties|null} [page] ReplicaResponse page
             * @property {starling.v1.Error.$Properties|null} [error] ReplicaResponse error
             * @property {starling.v1.Compared.$Properties|null} [compared] ReplicaResponse compared
             * @property {starling.v1.TurnAnswer.$Properties|null} [turn] ReplicaResponse turn
             * @property {"written"|"found"|"foundVersion"|"page"|"error"|"compared"|"turn"} [result] ReplicaResponse result
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReplicaResponse.
             * @memberof starling.v1
             * @interface IReplicaResponse
             * @augments starling.v1.ReplicaResponse.$Properties
             * @deprecated Use starling.v1.ReplicaResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a ReplicaResponse.
             * @typedef {{
             *   id?: number|null;
             *   written?: starling.v1.Written.$Shape|null;
             *   found?: starling.v1.Found.$Shape|null;
             *   foundVersion?: starling.v1.FoundVersion.$Shape|null;
             *   page?: starling.v1.ReplicaPage.$Shape|null;
             *   error?: starling.v1.Error.$Shape|null;
             *   compared?: starling.v1.Compared.$Shape|null;
             *   turn?: starling.v1.TurnAnswer.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ result?: undefined; written?: null; found?: null; foundVersion?: null; page?: null; error?: null; compared?: null; turn?: null }|{ result?: "written"; written: starling.v1.Written.$Shape; found?: null; foundVersion?: null; page?: null; error?: null; compared?: null; turn?: null }|{ result?: "found"; written?: null; found: starling.v1.Found.$Shape; foundVersion?: null; page?: null; error?: null; compared?: null; turn?: null }|{ result?: "foundVersion"; written?: null; found?: null; foundVersion: starling.v1.FoundVersion.$Shape; page?: null; error?: null; compared?: null; turn?: null }|{ result?: "page"; written?: null; found?: null; foundVersion?: null; page: starling.v1.ReplicaPage.$Shape; error?: null; compared?: null; turn?: null }|{ result?: "error"; written?: null; found?: null; foundVersion?: null; page?: null; error: starling.v1.Error.$Shape; compared?: null; turn?: null }|{ result?: "compared"; written?: null; found?: null; foundVersion?: null; page?: null; error?: null; compared: starling.v1.Compared.$Shape; turn?: null }|{ result?: "turn"; written?: null; found?: null; foundVersion?: null; page?: null; error?: null; compared?: null; turn: starling.v1.TurnAnswer.$Shape })
             * )} starling.v1.ReplicaResponse.$Shape
             */

            /**
             * Constructs a new ReplicaResponse.
             * @memberof starling.v1
             * @classdesc Represents a ReplicaResponse.
             * @constructor
             * @param {starling.v1.ReplicaResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReplicaResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReplicaResponse id.
             * @member {number} id
             * @memberof starling.v1.ReplicaResponse
             * @instance
             */
            ReplicaResponse.prototype.id = 0;

            /**
             * ReplicaResponse written.
             * @member {starling.v1.Written.$Properties|null|undefined} written
             * @memberof starling.v1.ReplicaResponse
             * @instance
             */
            ReplicaResponse.prototype.written = null;

            /**
             * ReplicaResponse found.
             * @member {starling.v1.Found.$Properties|null|undefined} found
             * @memberof starling.v1.ReplicaResponse
             * @instance
             */
            ReplicaResponse.prototype.found = null;

            /**
             * ReplicaResponse foundVersion.
             * @member {starling.v1.FoundVersion.$Properties|null|undefined} foundVersion
             * @memberof starling.v1.ReplicaResponse
             * @instance
             */
            ReplicaResponse.prototype.foundVersion = null;

            /**
             * ReplicaResponse page.
             * @member {starling.v1.ReplicaPage.$Properties|null|undefined} page
             * @memberof starling.v1.ReplicaResponse
             * @instance
             */
            ReplicaResponse.prototype.page = null;

            /**
             * ReplicaResponse error.
             * @member {starling.v1.Error.$Properties|null|undefined} error
             * @memberof starling.v1.ReplicaResponse
             * @instance
             */
            ReplicaResponse.prototype.error = null;

            /**
             * ReplicaResponse compared.
             * @member {starling.v1.Compared.$Properties|null|undefined} compared
             * @memberof starling.v1.ReplicaResponse
             * @instance
             */
            ReplicaResponse.prototype.compared = null;

            /**
             * ReplicaResponse turn.
             * @member {starling.v1.TurnAnswer.$Properties|null|undefined} turn
             * @memberof starling.v1.ReplicaResponse
             * @instance
             */
            ReplicaResponse.prototype.turn = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * ReplicaResponse result.
             * @member {"written"|"found"|"foundVersion"|"page"|"error"|"compared"|"turn"|undefined} result
             * @memberof starling.v1.ReplicaResponse
             * @instance
             */
            $Object.defineProperty(ReplicaResponse.prototype, "result", {
                get: $util.oneOfGetter($oneOfFields = ["written", "found", "foundVersion", "page", "error", "compared", "turn"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new ReplicaResponse instance using the specified properties.
             * @function create
             * @memberof starling.v1.ReplicaResponse
             * @static
             * @param {starling.v1.ReplicaResponse.$Properties=} [properties] Properties to set
             * @returns {starling.v1.ReplicaResponse} ReplicaResponse instance
             * @type {{
             *   (properties: starling.v1.ReplicaResponse.$Shape): starling.v1.ReplicaResponse & starling.v1.ReplicaResponse.$Shape;
             *   (properties?: starling.v1.ReplicaResponse.$Properties): starling.v1.ReplicaResponse;
             * }}
             */
            ReplicaResponse.create = function(properties) {
                return new ReplicaResponse(properties);
            };

            /**
             * Encodes the specified ReplicaResponse message. Does not implicitly {@link starling.v1.ReplicaResponse.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.ReplicaResponse
             * @static
             * @param {starling.v1.ReplicaResponse.$Properties} message ReplicaResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReplicaResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.written != null && $Object.hasOwnProperty.call(message, "written"))
                    $root.starling.v1.Written.encode(message.written, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.found != null && $Object.hasOwnProperty.call(message, "found"))
                    $root.starling.v1.Found.encode(message.found, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.foundVersion != null && $Object.hasOwnProperty.call(message, "foundVersion"))
                    $root.starling.v1.FoundVersion.encode(message.foundVersion, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.page != null && $Object.hasOwnProperty.call(message, "page"))
                    $root.starling.v1.ReplicaPage.encode(message.page, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.starling.v1.Error.encode(message.error, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.compared != null && $Object.hasOwnProperty.call(message, "compared"))
                    $root.starling.v1.Compared.encode(message.compared, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.turn != null && $Object.hasOwnProperty.call(message, "turn"))
                    $root.starling.v1.TurnAnswer.encode(message.turn, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReplicaResponse message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.ReplicaResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.ReplicaResponse & starling.v1.ReplicaResponse.$Shape} ReplicaResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReplicaResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.ReplicaResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.written = $root.starling.v1.Written.decode(reader, reader.size(), $undefined, _depth + 1, message.written);
                            message.result = "written";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.found = $root.starling.v1.Found.decode(reader, reader.size(), $undefined, _depth + 1, message.found);
                            message.result = "found";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.foundVersion = $root.starling.v1.FoundVersion.decode(reader, reader.size(), $undefined, _depth + 1, message.foundVersion);
                            message.result = "foundVersion";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.page = $root.starling.v1.ReplicaPage.decode(reader, reader.size(), $undefined, _depth + 1, message.page);
                            message.result = "page";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.starling.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            message.result = "error";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.compared = $root.starling.v1.Compared.decode(reader, reader.size(), $undefined, _depth + 1, message.compared);
                            message.result = "compared";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.turn = $root.starling.v1.TurnAnswer.decode(reader, reader.size(), $undefined, _depth + 1, message.turn);
                            message.result = "turn";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReplicaResponse;
        })();

        v1.TurnAnswer = (function() {

            /**
             * Properties of a TurnAnswer.
             * @typedef {Object} starling.v1.TurnAnswer.$Properties
             * @property {boolean|null} [granted] TurnAnswer granted
             * @property {string|null} [holder] TurnAnswer holder
             * @property {string|null} [basis] TurnAnswer basis
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TurnAnswer.
             * @memberof starling.v1
             * @interface ITurnAnswer
             * @augments starling.v1.TurnAnswer.$Properties
             * @deprecated Use starling.v1.TurnAnswer.$Properties instead.
             */

            /**
             * Shape of a TurnAnswer.
             * @typedef {starling.v1.TurnAnswer.$Properties} starling.v1.TurnAnswer.$Shape
             */

            /**
             * Constructs a new TurnAnswer.
             * @memberof starling.v1
             * @classdesc Represents a TurnAnswer.
             * @constructor
             * @param {starling.v1.TurnAnswer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TurnAnswer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TurnAnswer granted.
             * @member {boolean} granted
             * @memberof starling.v1.TurnAnswer
             * @instance
             */
            TurnAnswer.prototype.granted = false;

            /**
             * TurnAnswer holder.
             * @member {string} holder
             * @memberof starling.v1.TurnAnswer
             * @instance
             */
            TurnAnswer.prototype.holder = "";

            /**
             * TurnAnswer basis.
             * @member {string} basis
             * @memberof starling.v1.TurnAnswer
             * @instance
             */
            TurnAnswer.prototype.basis = "";

            /**
             * Creates a new TurnAnswer instance using the specified properties.
             * @function create
             * @memberof starling.v1.TurnAnswer
             * @static
             * @param {starling.v1.TurnAnswer.$Properties=} [properties] Properties to set
             * @returns {starling.v1.TurnAnswer} TurnAnswer instance
             * @type {{
             *   (properties: starling.v1.TurnAnswer.$Shape): starling.v1.TurnAnswer & starling.v1.TurnAnswer.$Shape;
             *   (properties?: starling.v1.TurnAnswer.$Properties): starling.v1.TurnAnswer;
             * }}
             */
            TurnAnswer.create = function(properties) {
                return new TurnAnswer(properties);
            };

            /**
             * Encodes the specified TurnAnswer message. Does not implicitly {@link starling.v1.TurnAnswer.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.TurnAnswer
             * @static
             * @param {starling.v1.TurnAnswer.$Properties} message TurnAnswer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TurnAnswer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.granted != null && $Object.hasOwnProperty.call(message, "granted") && message.granted !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.granted);
                if (message.holder != null && $Object.hasOwnProperty.call(message, "holder") && message.holder !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.holder);
                if (message.basis != null && $Object.hasOwnProperty.call(message, "basis") && message.basis !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.basis);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TurnAnswer message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.TurnAnswer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.TurnAnswer & starling.v1.TurnAnswer.$Shape} TurnAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TurnAnswer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.TurnAnswer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.granted = value;
                            else
                                delete message.granted;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.holder = value;
                            else
                                delete message.holder;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.basis = value;
                            else
                                delete message.basis;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TurnAnswer;
        })();

        v1.Compared = (function() {

            /**
             * Properties of a Compared.
             * @typedef {Object} starling.v1.Compared.$Properties
             * @property {Array.<number>|null} [differing] Compared differing
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Compared.
             * @memberof starling.v1
             * @interface ICompared
             * @augments starling.v1.Compared.$Properties
             * @deprecated Use starling.v1.Compared.$Properties instead.
             */

            /**
             * Shape of a Compared.
             * @typedef {starling.v1.Compared.$Properties} starling.v1.Compared.$Shape
             */

            /**
             * Constructs a new Compared.
             * @memberof starling.v1
             * @classdesc Represents a Compared.
             * @constructor
             * @param {starling.v1.Compared.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Compared = function (properties) {
                this.differing = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Compared differing.
             * @member {Array.<number>} differing
             * @memberof starling.v1.Compared
             * @instance
             */
            Compared.prototype.differing = $util.emptyArray;

            /**
             * Creates a new Compared instance using the specified properties.
             * @function create
             * @memberof starling.v1.Compared
             * @static
             * @param {starling.v1.Compared.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Compared} Compared instance
             * @type {{
             *   (properties: starling.v1.Compared.$Shape): starling.v1.Compared & starling.v1.Compared.$Shape;
             *   (properties?: starling.v1.Compared.$Properties): starling.v1.Compared;
             * }}
             */
            Compared.create = function(properties) {
                return new Compared(properties);
            };

            /**
             * Encodes the specified Compared message. Does not implicitly {@link starling.v1.Compared.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Compared
             * @static
             * @param {starling.v1.Compared.$Properties} message Compared message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Compared.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.differing != null && message.differing.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.differing);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Compared message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Compared
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Compared & starling.v1.Compared.$Shape} Compared
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Compared.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Compared();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.differing && message.differing.length))
                                    message.differing = [];
                                reader.uint32s(message.differing);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.differing && message.differing.length))
                                message.differing = [];
                            message.differing.push(reader.uint32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Compared;
        })();

        v1.Written = (function() {

            /**
             * Properties of a Written.
             * @typedef {Object} starling.v1.Written.$Properties
             * @property {boolean|null} [isKept] Written isKept
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Written.
             * @memberof starling.v1
             * @interface IWritten
             * @augments starling.v1.Written.$Properties
             * @deprecated Use starling.v1.Written.$Properties instead.
             */

            /**
             * Shape of a Written.
             * @typedef {starling.v1.Written.$Properties} starling.v1.Written.$Shape
             */

            /**
             * Constructs a new Written.
             * @memberof starling.v1
             * @classdesc Represents a Written.
             * @constructor
             * @param {starling.v1.Written.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Written = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Written isKept.
             * @member {boolean} isKept
             * @memberof starling.v1.Written
             * @instance
             */
            Written.prototype.isKept = false;

            /**
             * Creates a new Written instance using the specified properties.
             * @function create
             * @memberof starling.v1.Written
             * @static
             * @param {starling.v1.Written.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Written} Written instance
             * @type {{
             *   (properties: starling.v1.Written.$Shape): starling.v1.Written & starling.v1.Written.$Shape;
             *   (properties?: starling.v1.Written.$Properties): starling.v1.Written;
             * }}
             */
            Written.create = function(properties) {
                return new Written(properties);
            };

            /**
             * Encodes the specified Written message. Does not implicitly {@link starling.v1.Written.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Written
             * @static
             * @param {starling.v1.Written.$Properties} message Written message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Written.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.isKept != null && $Object.hasOwnProperty.call(message, "isKept") && message.isKept !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.isKept);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Written message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Written
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Written & starling.v1.Written.$Shape} Written
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Written.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Written();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.isKept = value;
                            else
                                delete message.isKept;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Written;
        })();

        v1.Found = (function() {

            /**
             * Properties of a Found.
             * @typedef {Object} starling.v1.Found.$Properties
             * @property {starling.v1.Record.$Properties|null} [record] Found record
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Found.
             * @memberof starling.v1
             * @interface IFound
             * @augments starling.v1.Found.$Properties
             * @deprecated Use starling.v1.Found.$Properties instead.
             */

            /**
             * Shape of a Found.
             * @typedef {starling.v1.Found.$Properties} starling.v1.Found.$Shape
             */

            /**
             * Constructs a new Found.
             * @memberof starling.v1
             * @classdesc Represents a Found.
             * @constructor
             * @param {starling.v1.Found.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Found = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Found record.
             * @member {starling.v1.Record.$Properties|null|undefined} record
             * @memberof starling.v1.Found
             * @instance
             */
            Found.prototype.record = null;

            /**
             * Creates a new Found instance using the specified properties.
             * @function create
             * @memberof starling.v1.Found
             * @static
             * @param {starling.v1.Found.$Properties=} [properties] Properties to set
             * @returns {starling.v1.Found} Found instance
             * @type {{
             *   (properties: starling.v1.Found.$Shape): starling.v1.Found & starling.v1.Found.$Shape;
             *   (properties?: starling.v1.Found.$Properties): starling.v1.Found;
             * }}
             */
            Found.create = function(properties) {
                return new Found(properties);
            };

            /**
             * Encodes the specified Found message. Does not implicitly {@link starling.v1.Found.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.Found
             * @static
             * @param {starling.v1.Found.$Properties} message Found message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Found.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.record != null && $Object.hasOwnProperty.call(message, "record"))
                    $root.starling.v1.Record.encode(message.record, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Found message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.Found
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.Found & starling.v1.Found.$Shape} Found
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Found.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.Found();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.record = $root.starling.v1.Record.decode(reader, reader.size(), $undefined, _depth + 1, message.record);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Found;
        })();

        v1.FoundVersion = (function() {

            /**
             * Properties of a FoundVersion.
             * @typedef {Object} starling.v1.FoundVersion.$Properties
             * @property {Uint8Array|null} [version] FoundVersion version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a FoundVersion.
             * @memberof starling.v1
             * @interface IFoundVersion
             * @augments starling.v1.FoundVersion.$Properties
             * @deprecated Use starling.v1.FoundVersion.$Properties instead.
             */

            /**
             * Shape of a FoundVersion.
             * @typedef {starling.v1.FoundVersion.$Properties} starling.v1.FoundVersion.$Shape
             */

            /**
             * Constructs a new FoundVersion.
             * @memberof starling.v1
             * @classdesc Represents a FoundVersion.
             * @constructor
             * @param {starling.v1.FoundVersion.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const FoundVersion = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * FoundVersion version.
             * @member {Uint8Array} version
             * @memberof starling.v1.FoundVersion
             * @instance
             */
            FoundVersion.prototype.version = $util.newBuffer([]);

            /**
             * Creates a new FoundVersion instance using the specified properties.
             * @function create
             * @memberof starling.v1.FoundVersion
             * @static
             * @param {starling.v1.FoundVersion.$Properties=} [properties] Properties to set
             * @returns {starling.v1.FoundVersion} FoundVersion instance
             * @type {{
             *   (properties: starling.v1.FoundVersion.$Shape): starling.v1.FoundVersion & starling.v1.FoundVersion.$Shape;
             *   (properties?: starling.v1.FoundVersion.$Properties): starling.v1.FoundVersion;
             * }}
             */
            FoundVersion.create = function(properties) {
                return new FoundVersion(properties);
            };

            /**
             * Encodes the specified FoundVersion message. Does not implicitly {@link starling.v1.FoundVersion.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.FoundVersion
             * @static
             * @param {starling.v1.FoundVersion.$Properties} message FoundVersion message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            FoundVersion.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a FoundVersion message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.FoundVersion
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.FoundVersion & starling.v1.FoundVersion.$Shape} FoundVersion
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            FoundVersion.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.FoundVersion();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return FoundVersion;
        })();

        v1.ReplicaPage = (function() {

            /**
             * Properties of a ReplicaPage.
             * @typedef {Object} starling.v1.ReplicaPage.$Properties
             * @property {Array.<starling.v1.Record.$Properties>|null} [records] ReplicaPage records
             * @property {Uint8Array|null} [nextToken] ReplicaPage nextToken
             * @property {number|null} [floorS] ReplicaPage floorS
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReplicaPage.
             * @memberof starling.v1
             * @interface IReplicaPage
             * @augments starling.v1.ReplicaPage.$Properties
             * @deprecated Use starling.v1.ReplicaPage.$Properties instead.
             */

            /**
             * Shape of a ReplicaPage.
             * @typedef {starling.v1.ReplicaPage.$Properties} starling.v1.ReplicaPage.$Shape
             */

            /**
             * Constructs a new ReplicaPage.
             * @memberof starling.v1
             * @classdesc Represents a ReplicaPage.
             * @constructor
             * @param {starling.v1.ReplicaPage.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReplicaPage = function (properties) {
                this.records = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReplicaPage records.
             * @member {Array.<starling.v1.Record.$Properties>} records
             * @memberof starling.v1.ReplicaPage
             * @instance
             */
            ReplicaPage.prototype.records = $util.emptyArray;

            /**
             * ReplicaPage nextToken.
             * @member {Uint8Array} nextToken
             * @memberof starling.v1.ReplicaPage
             * @instance
             */
            ReplicaPage.prototype.nextToken = $util.newBuffer([]);

            /**
             * ReplicaPage floorS.
             * @member {number} floorS
             * @memberof starling.v1.ReplicaPage
             * @instance
             */
            ReplicaPage.prototype.floorS = 0;

            /**
             * Creates a new ReplicaPage instance using the specified properties.
             * @function create
             * @memberof starling.v1.ReplicaPage
             * @static
             * @param {starling.v1.ReplicaPage.$Properties=} [properties] Properties to set
             * @returns {starling.v1.ReplicaPage} ReplicaPage instance
             * @type {{
             *   (properties: starling.v1.ReplicaPage.$Shape): starling.v1.ReplicaPage & starling.v1.ReplicaPage.$Shape;
             *   (properties?: starling.v1.ReplicaPage.$Properties): starling.v1.ReplicaPage;
             * }}
             */
            ReplicaPage.create = function(properties) {
                return new ReplicaPage(properties);
            };

            /**
             * Encodes the specified ReplicaPage message. Does not implicitly {@link starling.v1.ReplicaPage.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.ReplicaPage
             * @static
             * @param {starling.v1.ReplicaPage.$Properties} message ReplicaPage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReplicaPage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.records != null && message.records.length)
                    for (let i = 0; i < message.records.length; ++i)
                        $root.starling.v1.Record.encode(message.records[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.nextToken != null && $Object.hasOwnProperty.call(message, "nextToken") && message.nextToken.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.nextToken);
                if (message.floorS != null && $Object.hasOwnProperty.call(message, "floorS") && message.floorS !== 0)
                    writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.floorS);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReplicaPage message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.ReplicaPage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.ReplicaPage & starling.v1.ReplicaPage.$Shape} ReplicaPage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReplicaPage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.ReplicaPage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.records && message.records.length))
                                message.records = [];
                            message.records.push($root.starling.v1.Record.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nextToken = value;
                            else
                                delete message.nextToken;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.floorS = value;
                            else
                                delete message.floorS;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReplicaPage;
        })();

        v1.SyncRequest = (function() {

            /**
             * Properties of a SyncRequest.
             * @typedef {Object} starling.v1.SyncRequest.$Properties
             * @property {number|null} [id] SyncRequest id
             * @property {number|null} [timeoutMs] SyncRequest timeoutMs
             * @property {starling.v1.CompareRoots.$Properties|null} [compareRoots] SyncRequest compareRoots
             * @property {starling.v1.CompareNodes.$Properties|null} [compareNodes] SyncRequest compareNodes
             * @property {starling.v1.CompareLeaves.$Properties|null} [compareLeaves] SyncRequest compareLeaves
             * @property {starling.v1.TakeRecords.$Properties|null} [takeRecords] SyncRequest takeRecords
             * @property {"compareRoots"|"compareNodes"|"compareLeaves"|"takeRecords"} [op] SyncRequest op
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SyncRequest.
             * @memberof starling.v1
             * @interface ISyncRequest
             * @augments starling.v1.SyncRequest.$Properties
             * @deprecated Use starling.v1.SyncRequest.$Properties instead.
             */

            /**
             * Narrowed shape of a SyncRequest.
             * @typedef {{
             *   id?: number|null;
             *   timeoutMs?: number|null;
             *   compareRoots?: starling.v1.CompareRoots.$Shape|null;
             *   compareNodes?: starling.v1.CompareNodes.$Shape|null;
             *   compareLeaves?: starling.v1.CompareLeaves.$Shape|null;
             *   takeRecords?: starling.v1.TakeRecords.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ op?: undefined; compareRoots?: null; compareNodes?: null; compareLeaves?: null; takeRecords?: null }|{ op?: "compareRoots"; compareRoots: starling.v1.CompareRoots.$Shape; compareNodes?: null; compareLeaves?: null; takeRecords?: null }|{ op?: "compareNodes"; compareRoots?: null; compareNodes: starling.v1.CompareNodes.$Shape; compareLeaves?: null; takeRecords?: null }|{ op?: "compareLeaves"; compareRoots?: null; compareNodes?: null; compareLeaves: starling.v1.CompareLeaves.$Shape; takeRecords?: null }|{ op?: "takeRecords"; compareRoots?: null; compareNodes?: null; compareLeaves?: null; takeRecords: starling.v1.TakeRecords.$Shape })
             * )} starling.v1.SyncRequest.$Shape
             */

            /**
             * Constructs a new SyncRequest.
             * @memberof starling.v1
             * @classdesc Represents a SyncRequest.
             * @constructor
             * @param {starling.v1.SyncRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SyncRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SyncRequest id.
             * @member {number} id
             * @memberof starling.v1.SyncRequest
             * @instance
             */
            SyncRequest.prototype.id = 0;

            /**
             * SyncRequest timeoutMs.
             * @member {number} timeoutMs
             * @memberof starling.v1.SyncRequest
             * @instance
             */
            SyncRequest.prototype.timeoutMs = 0;

            /**
             * SyncRequest compareRoots.
             * @member {starling.v1.CompareRoots.$Properties|null|undefined} compareRoots
             * @memberof starling.v1.SyncRequest
             * @instance
             */
            SyncRequest.prototype.compareRoots = null;

            /**
             * SyncRequest compareNodes.
             * @member {starling.v1.CompareNodes.$Properties|null|undefined} compareNodes
             * @memberof starling.v1.SyncRequest
             * @instance
             */
            SyncRequest.prototype.compareNodes = null;

            /**
             * SyncRequest compareLeaves.
             * @member {starling.v1.CompareLeaves.$Properties|null|undefined} compareLeaves
             * @memberof starling.v1.SyncRequest
             * @instance
             */
            SyncRequest.prototype.compareLeaves = null;

            /**
             * SyncRequest takeRecords.
             * @member {starling.v1.TakeRecords.$Properties|null|undefined} takeRecords
             * @memberof starling.v1.SyncRequest
             * @instance
             */
            SyncRequest.prototype.takeRecords = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * SyncRequest op.
             * @member {"compareRoots"|"compareNodes"|"compareLeaves"|"takeRecords"|undefined} op
             * @memberof starling.v1.SyncRequest
             * @instance
             */
            $Object.defineProperty(SyncRequest.prototype, "op", {
                get: $util.oneOfGetter($oneOfFields = ["compareRoots", "compareNodes", "compareLeaves", "takeRecords"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new SyncRequest instance using the specified properties.
             * @function create
             * @memberof starling.v1.SyncRequest
             * @static
             * @param {starling.v1.SyncRequest.$Properties=} [properties] Properties to set
             * @returns {starling.v1.SyncRequest} SyncRequest instance
             * @type {{
             *   (properties: starling.v1.SyncRequest.$Shape): starling.v1.SyncRequest & starling.v1.SyncRequest.$Shape;
             *   (properties?: starling.v1.SyncRequest.$Properties): starling.v1.SyncRequest;
             * }}
             */
            SyncRequest.create = function(properties) {
                return new SyncRequest(properties);
            };

            /**
             * Encodes the specified SyncRequest message. Does not implicitly {@link starling.v1.SyncRequest.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.SyncRequest
             * @static
             * @param {starling.v1.SyncRequest.$Properties} message SyncRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SyncRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutMs);
                if (message.compareRoots != null && $Object.hasOwnProperty.call(message, "compareRoots"))
                    $root.starling.v1.CompareRoots.encode(message.compareRoots, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.compareNodes != null && $Object.hasOwnProperty.call(message, "compareNodes"))
                    $root.starling.v1.CompareNodes.encode(message.compareNodes, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.compareLeaves != null && $Object.hasOwnProperty.call(message, "compareLeaves"))
                    $root.starling.v1.CompareLeaves.encode(message.compareLeaves, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.takeRecords != null && $Object.hasOwnProperty.call(message, "takeRecords"))
                    $root.starling.v1.TakeRecords.encode(message.takeRecords, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SyncRequest message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.SyncRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.SyncRequest & starling.v1.SyncRequest.$Shape} SyncRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SyncRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.SyncRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutMs = value;
                            else
                                delete message.timeoutMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.compareRoots = $root.starling.v1.CompareRoots.decode(reader, reader.size(), $undefined, _depth + 1, message.compareRoots);
                            message.op = "compareRoots";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.compareNodes = $root.starling.v1.CompareNodes.decode(reader, reader.size(), $undefined, _depth + 1, message.compareNodes);
                            message.op = "compareNodes";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.compareLeaves = $root.starling.v1.CompareLeaves.decode(reader, reader.size(), $undefined, _depth + 1, message.compareLeaves);
                            message.op = "compareLeaves";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.takeRecords = $root.starling.v1.TakeRecords.decode(reader, reader.size(), $undefined, _depth + 1, message.takeRecords);
                            message.op = "takeRecords";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SyncRequest;
        })();

        v1.CompareRoots = (function() {

            /**
             * Properties of a CompareRoots.
             * @typedef {Object} starling.v1.CompareRoots.$Properties
             * @property {Array.<number>|null} [partitions] CompareRoots partitions
             * @property {Array.<number>|null} [ownersHashes] CompareRoots ownersHashes
             * @property {Array.<number>|null} [sums] CompareRoots sums
             * @property {number|null} [fenceS] CompareRoots fenceS
             * @property {Array.<number>|null} [syncedS] CompareRoots syncedS
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CompareRoots.
             * @memberof starling.v1
             * @interface ICompareRoots
             * @augments starling.v1.CompareRoots.$Properties
             * @deprecated Use starling.v1.CompareRoots.$Properties instead.
             */

            /**
             * Shape of a CompareRoots.
             * @typedef {starling.v1.CompareRoots.$Properties} starling.v1.CompareRoots.$Shape
             */

            /**
             * Constructs a new CompareRoots.
             * @memberof starling.v1
             * @classdesc Represents a CompareRoots.
             * @constructor
             * @param {starling.v1.CompareRoots.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CompareRoots = function (properties) {
                this.partitions = [];
                this.ownersHashes = [];
                this.sums = [];
                this.syncedS = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CompareRoots partitions.
             * @member {Array.<number>} partitions
             * @memberof starling.v1.CompareRoots
             * @instance
             */
            CompareRoots.prototype.partitions = $util.emptyArray;

            /**
             * CompareRoots ownersHashes.
             * @member {Array.<number>} ownersHashes
             * @memberof starling.v1.CompareRoots
             * @instance
             */
            CompareRoots.prototype.ownersHashes = $util.emptyArray;

            /**
             * CompareRoots sums.
             * @member {Array.<number>} sums
             * @memberof starling.v1.CompareRoots
             * @instance
             */
            CompareRoots.prototype.sums = $util.emptyArray;

            /**
             * CompareRoots fenceS.
             * @member {number} fenceS
             * @memberof starling.v1.CompareRoots
             * @instance
             */
            CompareRoots.prototype.fenceS = 0;

            /**
             * CompareRoots syncedS.
             * @member {Array.<number>} syncedS
             * @memberof starling.v1.CompareRoots
             * @instance
             */
            CompareRoots.prototype.syncedS = $util.emptyArray;

            /**
             * Creates a new CompareRoots instance using the specified properties.
             * @function create
             * @memberof starling.v1.CompareRoots
             * @static
             * @param {starling.v1.CompareRoots.$Properties=} [properties] Properties to set
             * @returns {starling.v1.CompareRoots} CompareRoots instance
             * @type {{
             *   (properties: starling.v1.CompareRoots.$Shape): starling.v1.CompareRoots & starling.v1.CompareRoots.$Shape;
             *   (properties?: starling.v1.CompareRoots.$Properties): starling.v1.CompareRoots;
             * }}
             */
            CompareRoots.create = function(properties) {
                return new CompareRoots(properties);
            };

            /**
             * Encodes the specified CompareRoots message. Does not implicitly {@link starling.v1.CompareRoots.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.CompareRoots
             * @static
             * @param {starling.v1.CompareRoots.$Properties} message CompareRoots message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CompareRoots.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partitions != null && message.partitions.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.partitions);
                if (message.ownersHashes != null && message.ownersHashes.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).fixed32s(message.ownersHashes);
                if (message.sums != null && message.sums.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).fixed32s(message.sums);
                if (message.fenceS != null && $Object.hasOwnProperty.call(message, "fenceS") && message.fenceS !== 0)
                    writer.uint32(/* id 4, wireType 5 =*/37).fixed32(message.fenceS);
                if (message.syncedS != null && message.syncedS.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).fixed32s(message.syncedS);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CompareRoots message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.CompareRoots
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.CompareRoots & starling.v1.CompareRoots.$Shape} CompareRoots
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CompareRoots.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.CompareRoots();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.partitions && message.partitions.length))
                                    message.partitions = [];
                                reader.uint32s(message.partitions);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.partitions && message.partitions.length))
                                message.partitions = [];
                            message.partitions.push(reader.uint32());
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.ownersHashes && message.ownersHashes.length))
                                    message.ownersHashes = [];
                                reader.fixed32s(message.ownersHashes);
                                continue;
                            }
                            if (wireType !== 5)
                                break;
                            if (!(message.ownersHashes && message.ownersHashes.length))
                                message.ownersHashes = [];
                            message.ownersHashes.push(reader.fixed32());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.sums && message.sums.length))
                                    message.sums = [];
                                reader.fixed32s(message.sums);
                                continue;
                            }
                            if (wireType !== 5)
                                break;
                            if (!(message.sums && message.sums.length))
                                message.sums = [];
                            message.sums.push(reader.fixed32());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.fenceS = value;
                            else
                                delete message.fenceS;
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.syncedS && message.syncedS.length))
                                    message.syncedS = [];
                                reader.fixed32s(message.syncedS);
                                continue;
                            }
                            if (wireType !== 5)
                                break;
                            if (!(message.syncedS && message.syncedS.length))
                                message.syncedS = [];
                            message.syncedS.push(reader.fixed32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CompareRoots;
        })();

        v1.CompareNodes = (function() {

            /**
             * Properties of a CompareNodes.
             * @typedef {Object} starling.v1.CompareNodes.$Properties
             * @property {number|null} [partition] CompareNodes partition
             * @property {number|null} [ownersHash] CompareNodes ownersHash
             * @property {number|null} [depth] CompareNodes depth
             * @property {Array.<number>|null} [nodes] CompareNodes nodes
             * @property {Array.<number>|null} [sums] CompareNodes sums
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CompareNodes.
             * @memberof starling.v1
             * @interface ICompareNodes
             * @augments starling.v1.CompareNodes.$Properties
             * @deprecated Use starling.v1.CompareNodes.$Properties instead.
             */

            /**
             * Shape of a CompareNodes.
             * @typedef {starling.v1.CompareNodes.$Properties} starling.v1.CompareNodes.$Shape
             */

            /**
             * Constructs a new CompareNodes.
             * @memberof starling.v1
             * @classdesc Represents a CompareNodes.
             * @constructor
             * @param {starling.v1.CompareNodes.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CompareNodes = function (properties) {
                this.nodes = [];
                this.sums = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CompareNodes partition.
             * @member {number} partition
             * @memberof starling.v1.CompareNodes
             * @instance
             */
            CompareNodes.prototype.partition = 0;

            /**
             * CompareNodes ownersHash.
             * @member {number} ownersHash
             * @memberof starling.v1.CompareNodes
             * @instance
             */
            CompareNodes.prototype.ownersHash = 0;

            /**
             * CompareNodes depth.
             * @member {number} depth
             * @memberof starling.v1.CompareNodes
             * @instance
             */
            CompareNodes.prototype.depth = 0;

            /**
             * CompareNodes nodes.
             * @member {Array.<number>} nodes
             * @memberof starling.v1.CompareNodes
             * @instance
             */
            CompareNodes.prototype.nodes = $util.emptyArray;

            /**
             * CompareNodes sums.
             * @member {Array.<number>} sums
             * @memberof starling.v1.CompareNodes
             * @instance
             */
            CompareNodes.prototype.sums = $util.emptyArray;

            /**
             * Creates a new CompareNodes instance using the specified properties.
             * @function create
             * @memberof starling.v1.CompareNodes
             * @static
             * @param {starling.v1.CompareNodes.$Properties=} [properties] Properties to set
             * @returns {starling.v1.CompareNodes} CompareNodes instance
             * @type {{
             *   (properties: starling.v1.CompareNodes.$Shape): starling.v1.CompareNodes & starling.v1.CompareNodes.$Shape;
             *   (properties?: starling.v1.CompareNodes.$Properties): starling.v1.CompareNodes;
             * }}
             */
            CompareNodes.create = function(properties) {
                return new CompareNodes(properties);
            };

            /**
             * Encodes the specified CompareNodes message. Does not implicitly {@link starling.v1.CompareNodes.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.CompareNodes
             * @static
             * @param {starling.v1.CompareNodes.$Properties} message CompareNodes message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CompareNodes.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.partition);
                if (message.ownersHash != null && $Object.hasOwnProperty.call(message, "ownersHash") && message.ownersHash !== 0)
                    writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.ownersHash);
                if (message.depth != null && $Object.hasOwnProperty.call(message, "depth") && message.depth !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.depth);
                if (message.nodes != null && message.nodes.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.nodes);
                if (message.sums != null && message.sums.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).fixed32s(message.sums);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CompareNodes message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.CompareNodes
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.CompareNodes & starling.v1.CompareNodes.$Shape} CompareNodes
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CompareNodes.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.CompareNodes();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partition = value;
                            else
                                delete message.partition;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.ownersHash = value;
                            else
                                delete message.ownersHash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.depth = value;
                            else
                                delete message.depth;
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.nodes && message.nodes.length))
                                    message.nodes = [];
                                reader.uint32s(message.nodes);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push(reader.uint32());
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.sums && message.sums.length))
                                    message.sums = [];
                                reader.fixed32s(message.sums);
                                continue;
                            }
                            if (wireType !== 5)
                                break;
                            if (!(message.sums && message.sums.length))
                                message.sums = [];
                            message.sums.push(reader.fixed32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CompareNodes;
        })();

        v1.CompareLeaves = (function() {

            /**
             * Properties of a CompareLeaves.
             * @typedef {Object} starling.v1.CompareLeaves.$Properties
             * @property {number|null} [partition] CompareLeaves partition
             * @property {number|null} [ownersHash] CompareLeaves ownersHash
             * @property {Array.<number>|null} [leaves] CompareLeaves leaves
             * @property {Uint8Array|null} [versions] CompareLeaves versions
             * @property {number|null} [floorS] CompareLeaves floorS
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CompareLeaves.
             * @memberof starling.v1
             * @interface ICompareLeaves
             * @augments starling.v1.CompareLeaves.$Properties
             * @deprecated Use starling.v1.CompareLeaves.$Properties instead.
             */

            /**
             * Shape of a CompareLeaves.
             * @typedef {starling.v1.CompareLeaves.$Properties} starling.v1.CompareLeaves.$Shape
             */

            /**
             * Constructs a new CompareLeaves.
             * @memberof starling.v1
             * @classdesc Represents a CompareLeaves.
             * @constructor
             * @param {starling.v1.CompareLeaves.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CompareLeaves = function (properties) {
                this.leaves = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CompareLeaves partition.
             * @member {number} partition
             * @memberof starling.v1.CompareLeaves
             * @instance
             */
            CompareLeaves.prototype.partition = 0;

            /**
             * CompareLeaves ownersHash.
             * @member {number} ownersHash
             * @memberof starling.v1.CompareLeaves
             * @instance
             */
            CompareLeaves.prototype.ownersHash = 0;

            /**
             * CompareLeaves leaves.
             * @member {Array.<number>} leaves
             * @memberof starling.v1.CompareLeaves
             * @instance
             */
            CompareLeaves.prototype.leaves = $util.emptyArray;

            /**
             * CompareLeaves versions.
             * @member {Uint8Array} versions
             * @memberof starling.v1.CompareLeaves
             * @instance
             */
            CompareLeaves.prototype.versions = $util.newBuffer([]);

            /**
             * CompareLeaves floorS.
             * @member {number} floorS
             * @memberof starling.v1.CompareLeaves
             * @instance
             */
            CompareLeaves.prototype.floorS = 0;

            /**
             * Creates a new CompareLeaves instance using the specified properties.
             * @function create
             * @memberof starling.v1.CompareLeaves
             * @static
             * @param {starling.v1.CompareLeaves.$Properties=} [properties] Properties to set
             * @returns {starling.v1.CompareLeaves} CompareLeaves instance
             * @type {{
             *   (properties: starling.v1.CompareLeaves.$Shape): starling.v1.CompareLeaves & starling.v1.CompareLeaves.$Shape;
             *   (properties?: starling.v1.CompareLeaves.$Properties): starling.v1.CompareLeaves;
             * }}
             */
            CompareLeaves.create = function(properties) {
                return new CompareLeaves(properties);
            };

            /**
             * Encodes the specified CompareLeaves message. Does not implicitly {@link starling.v1.CompareLeaves.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.CompareLeaves
             * @static
             * @param {starling.v1.CompareLeaves.$Properties} message CompareLeaves message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CompareLeaves.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.partition);
                if (message.ownersHash != null && $Object.hasOwnProperty.call(message, "ownersHash") && message.ownersHash !== 0)
                    writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.ownersHash);
                if (message.leaves != null && message.leaves.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).uint32s(message.leaves);
                if (message.versions != null && $Object.hasOwnProperty.call(message, "versions") && message.versions.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.versions);
                if (message.floorS != null && $Object.hasOwnProperty.call(message, "floorS") && message.floorS !== 0)
                    writer.uint32(/* id 5, wireType 5 =*/45).fixed32(message.floorS);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CompareLeaves message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.CompareLeaves
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.CompareLeaves & starling.v1.CompareLeaves.$Shape} CompareLeaves
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CompareLeaves.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.CompareLeaves();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partition = value;
                            else
                                delete message.partition;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.ownersHash = value;
                            else
                                delete message.ownersHash;
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.leaves && message.leaves.length))
                                    message.leaves = [];
                                reader.uint32s(message.leaves);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.leaves && message.leaves.length))
                                message.leaves = [];
                            message.leaves.push(reader.uint32());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.versions = value;
                            else
                                delete message.versions;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.floorS = value;
                            else
                                delete message.floorS;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CompareLeaves;
        })();

        v1.TakeRecords = (function() {

            /**
             * Properties of a TakeRecords.
             * @typedef {Object} starling.v1.TakeRecords.$Properties
             * @property {number|null} [partition] TakeRecords partition
             * @property {number|null} [ownersHash] TakeRecords ownersHash
             * @property {Array.<starling.v1.Record.$Properties>|null} [records] TakeRecords records
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TakeRecords.
             * @memberof starling.v1
             * @interface ITakeRecords
             * @augments starling.v1.TakeRecords.$Properties
             * @deprecated Use starling.v1.TakeRecords.$Properties instead.
             */

            /**
             * Shape of a TakeRecords.
             * @typedef {starling.v1.TakeRecords.$Properties} starling.v1.TakeRecords.$Shape
             */

            /**
             * Constructs a new TakeRecords.
             * @memberof starling.v1
             * @classdesc Represents a TakeRecords.
             * @constructor
             * @param {starling.v1.TakeRecords.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TakeRecords = function (properties) {
                this.records = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TakeRecords partition.
             * @member {number} partition
             * @memberof starling.v1.TakeRecords
             * @instance
             */
            TakeRecords.prototype.partition = 0;

            /**
             * TakeRecords ownersHash.
             * @member {number} ownersHash
             * @memberof starling.v1.TakeRecords
             * @instance
             */
            TakeRecords.prototype.ownersHash = 0;

            /**
             * TakeRecords records.
             * @member {Array.<starling.v1.Record.$Properties>} records
             * @memberof starling.v1.TakeRecords
             * @instance
             */
            TakeRecords.prototype.records = $util.emptyArray;

            /**
             * Creates a new TakeRecords instance using the specified properties.
             * @function create
             * @memberof starling.v1.TakeRecords
             * @static
             * @param {starling.v1.TakeRecords.$Properties=} [properties] Properties to set
             * @returns {starling.v1.TakeRecords} TakeRecords instance
             * @type {{
             *   (properties: starling.v1.TakeRecords.$Shape): starling.v1.TakeRecords & starling.v1.TakeRecords.$Shape;
             *   (properties?: starling.v1.TakeRecords.$Properties): starling.v1.TakeRecords;
             * }}
             */
            TakeRecords.create = function(properties) {
                return new TakeRecords(properties);
            };

            /**
             * Encodes the specified TakeRecords message. Does not implicitly {@link starling.v1.TakeRecords.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.TakeRecords
             * @static
             * @param {starling.v1.TakeRecords.$Properties} message TakeRecords message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TakeRecords.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.partition);
                if (message.ownersHash != null && $Object.hasOwnProperty.call(message, "ownersHash") && message.ownersHash !== 0)
                    writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.ownersHash);
                if (message.records != null && message.records.length)
                    for (let i = 0; i < message.records.length; ++i)
                        $root.starling.v1.Record.encode(message.records[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TakeRecords message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.TakeRecords
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.TakeRecords & starling.v1.TakeRecords.$Shape} TakeRecords
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TakeRecords.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.TakeRecords();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.partition = value;
                            else
                                delete message.partition;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.ownersHash = value;
                            else
                                delete message.ownersHash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.records && message.records.length))
                                message.records = [];
                            message.records.push($root.starling.v1.Record.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TakeRecords;
        })();

        v1.SyncResponse = (function() {

            /**
             * Properties of a SyncResponse.
             * @typedef {Object} starling.v1.SyncResponse.$Properties
             * @property {number|null} [id] SyncResponse id
             * @property {starling.v1.RootsCompared.$Properties|null} [rootsCompared] SyncResponse rootsCompared
             * @property {starling.v1.NodesCompared.$Properties|null} [nodesCompared] SyncResponse nodesCompared
             * @property {starling.v1.LeavesCompared.$Properties|null} [leavesCompared] SyncResponse leavesCompared
             * @property {starling.v1.RecordsTaken.$Properties|null} [recordsTaken] SyncResponse recordsTaken
             * @property {starling.v1.Error.$Properties|null} [error] SyncResponse error
             * @property {"rootsCompared"|"nodesCompared"|"leavesCompared"|"recordsTaken"|"error"} [result] SyncResponse result
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SyncResponse.
             * @memberof starling.v1
             * @interface ISyncResponse
             * @augments starling.v1.SyncResponse.$Properties
             * @deprecated Use starling.v1.SyncResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a SyncResponse.
             * @typedef {{
             *   id?: number|null;
             *   rootsCompared?: starling.v1.RootsCompared.$Shape|null;
             *   nodesCompared?: starling.v1.NodesCompared.$Shape|null;
             *   leavesCompared?: starling.v1.LeavesCompared.$Shape|null;
             *   recordsTaken?: starling.v1.RecordsTaken.$Shape|null;
             *   error?: starling.v1.Error.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ result?: undefined; rootsCompared?: null; nodesCompared?: null; leavesCompared?: null; recordsTaken?: null; error?: null }|{ result?: "rootsCompared"; rootsCompared: starling.v1.RootsCompared.$Shape; nodesCompared?: null; leavesCompared?: null; recordsTaken?: null; error?: null }|{ result?: "nodesCompared"; rootsCompared?: null; nodesCompared: starling.v1.NodesCompared.$Shape; leavesCompared?: null; recordsTaken?: null; error?: null }|{ result?: "leavesCompared"; rootsCompared?: null; nodesCompared?: null; leavesCompared: starling.v1.LeavesCompared.$Shape; recordsTaken?: null; error?: null }|{ result?: "recordsTaken"; rootsCompared?: null; nodesCompared?: null; leavesCompared?: null; recordsTaken: starling.v1.RecordsTaken.$Shape; error?: null }|{ result?: "error"; rootsCompared?: null; nodesCompared?: null; leavesCompared?: null; recordsTaken?: null; error: starling.v1.Error.$Shape })
             * )} starling.v1.SyncResponse.$Shape
             */

            /**
             * Constructs a new SyncResponse.
             * @memberof starling.v1
             * @classdesc Represents a SyncResponse.
             * @constructor
             * @param {starling.v1.SyncResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SyncResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SyncResponse id.
             * @member {number} id
             * @memberof starling.v1.SyncResponse
             * @instance
             */
            SyncResponse.prototype.id = 0;

            /**
             * SyncResponse rootsCompared.
             * @member {starling.v1.RootsCompared.$Properties|null|undefined} rootsCompared
             * @memberof starling.v1.SyncResponse
             * @instance
             */
            SyncResponse.prototype.rootsCompared = null;

            /**
             * SyncResponse nodesCompared.
             * @member {starling.v1.NodesCompared.$Properties|null|undefined} nodesCompared
             * @memberof starling.v1.SyncResponse
             * @instance
             */
            SyncResponse.prototype.nodesCompared = null;

            /**
             * SyncResponse leavesCompared.
             * @member {starling.v1.LeavesCompared.$Properties|null|undefined} leavesCompared
             * @memberof starling.v1.SyncResponse
             * @instance
             */
            SyncResponse.prototype.leavesCompared = null;

            /**
             * SyncResponse recordsTaken.
             * @member {starling.v1.RecordsTaken.$Properties|null|undefined} recordsTaken
             * @memberof starling.v1.SyncResponse
             * @instance
             */
            SyncResponse.prototype.recordsTaken = null;

            /**
             * SyncResponse error.
             * @member {starling.v1.Error.$Properties|null|undefined} error
             * @memberof starling.v1.SyncResponse
             * @instance
             */
            SyncResponse.prototype.error = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * SyncResponse result.
             * @member {"rootsCompared"|"nodesCompared"|"leavesCompared"|"recordsTaken"|"error"|undefined} result
             * @memberof starling.v1.SyncResponse
             * @instance
             */
            $Object.defineProperty(SyncResponse.prototype, "result", {
                get: $util.oneOfGetter($oneOfFields = ["rootsCompared", "nodesCompared", "leavesCompared", "recordsTaken", "error"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new SyncResponse instance using the specified properties.
             * @function create
             * @memberof starling.v1.SyncResponse
             * @static
             * @param {starling.v1.SyncResponse.$Properties=} [properties] Properties to set
             * @returns {starling.v1.SyncResponse} SyncResponse instance
             * @type {{
             *   (properties: starling.v1.SyncResponse.$Shape): starling.v1.SyncResponse & starling.v1.SyncResponse.$Shape;
             *   (properties?: starling.v1.SyncResponse.$Properties): starling.v1.SyncResponse;
             * }}
             */
            SyncResponse.create = function(properties) {
                return new SyncResponse(properties);
            };

            /**
             * Encodes the specified SyncResponse message. Does not implicitly {@link starling.v1.SyncResponse.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.SyncResponse
             * @static
             * @param {starling.v1.SyncResponse.$Properties} message SyncResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SyncResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.rootsCompared != null && $Object.hasOwnProperty.call(message, "rootsCompared"))
                    $root.starling.v1.RootsCompared.encode(message.rootsCompared, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.nodesCompared != null && $Object.hasOwnProperty.call(message, "nodesCompared"))
                    $root.starling.v1.NodesCompared.encode(message.nodesCompared, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.leavesCompared != null && $Object.hasOwnProperty.call(message, "leavesCompared"))
                    $root.starling.v1.LeavesCompared.encode(message.leavesCompared, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.recordsTaken != null && $Object.hasOwnProperty.call(message, "recordsTaken"))
                    $root.starling.v1.RecordsTaken.encode(message.recordsTaken, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.starling.v1.Error.encode(message.error, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SyncResponse message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.SyncResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.SyncResponse & starling.v1.SyncResponse.$Shape} SyncResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SyncResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.SyncResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.rootsCompared = $root.starling.v1.RootsCompared.decode(reader, reader.size(), $undefined, _depth + 1, message.rootsCompared);
                            message.result = "rootsCompared";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.nodesCompared = $root.starling.v1.NodesCompared.decode(reader, reader.size(), $undefined, _depth + 1, message.nodesCompared);
                            message.result = "nodesCompared";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.leavesCompared = $root.starling.v1.LeavesCompared.decode(reader, reader.size(), $undefined, _depth + 1, message.leavesCompared);
                            message.result = "leavesCompared";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.recordsTaken = $root.starling.v1.RecordsTaken.decode(reader, reader.size(), $undefined, _depth + 1, message.recordsTaken);
                            message.result = "recordsTaken";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.starling.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            message.result = "error";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SyncResponse;
        })();

        v1.RootsCompared = (function() {

            /**
             * Properties of a RootsCompared.
             * @typedef {Object} starling.v1.RootsCompared.$Properties
             * @property {Array.<number>|null} [differing] RootsCompared differing
             * @property {Array.<number>|null} [unknown] RootsCompared unknown
             * @property {number|null} [fenceS] RootsCompared fenceS
             * @property {Array.<number>|null} [syncedS] RootsCompared syncedS
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RootsCompared.
             * @memberof starling.v1
             * @interface IRootsCompared
             * @augments starling.v1.RootsCompared.$Properties
             * @deprecated Use starling.v1.RootsCompared.$Properties instead.
             */

            /**
             * Shape of a RootsCompared.
             * @typedef {starling.v1.RootsCompared.$Properties} starling.v1.RootsCompared.$Shape
             */

            /**
             * Constructs a new RootsCompared.
             * @memberof starling.v1
             * @classdesc Represents a RootsCompared.
             * @constructor
             * @param {starling.v1.RootsCompared.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RootsCompared = function (properties) {
                this.differing = [];
                this.unknown = [];
                this.syncedS = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RootsCompared differing.
             * @member {Array.<number>} differing
             * @memberof starling.v1.RootsCompared
             * @instance
             */
            RootsCompared.prototype.differing = $util.emptyArray;

            /**
             * RootsCompared unknown.
             * @member {Array.<number>} unknown
             * @memberof starling.v1.RootsCompared
             * @instance
             */
            RootsCompared.prototype.unknown = $util.emptyArray;

            /**
             * RootsCompared fenceS.
             * @member {number} fenceS
             * @memberof starling.v1.RootsCompared
             * @instance
             */
            RootsCompared.prototype.fenceS = 0;

            /**
             * RootsCompared syncedS.
             * @member {Array.<number>} syncedS
             * @memberof starling.v1.RootsCompared
             * @instance
             */
            RootsCompared.prototype.syncedS = $util.emptyArray;

            /**
             * Creates a new RootsCompared instance using the specified properties.
             * @function create
             * @memberof starling.v1.RootsCompared
             * @static
             * @param {starling.v1.RootsCompared.$Properties=} [properties] Properties to set
             * @returns {starling.v1.RootsCompared} RootsCompared instance
             * @type {{
             *   (properties: starling.v1.RootsCompared.$Shape): starling.v1.RootsCompared & starling.v1.RootsCompared.$Shape;
             *   (properties?: starling.v1.RootsCompared.$Properties): starling.v1.RootsCompared;
             * }}
             */
            RootsCompared.create = function(properties) {
                return new RootsCompared(properties);
            };

            /**
             * Encodes the specified RootsCompared message. Does not implicitly {@link starling.v1.RootsCompared.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.RootsCompared
             * @static
             * @param {starling.v1.RootsCompared.$Properties} message RootsCompared message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RootsCompared.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.differing != null && message.differing.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.differing);
                if (message.unknown != null && message.unknown.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.unknown);
                if (message.fenceS != null && $Object.hasOwnProperty.call(message, "fenceS") && message.fenceS !== 0)
                    writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.fenceS);
                if (message.syncedS != null && message.syncedS.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).fixed32s(message.syncedS);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RootsCompared message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.RootsCompared
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.RootsCompared & starling.v1.RootsCompared.$Shape} RootsCompared
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RootsCompared.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.RootsCompared();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.differing && message.differing.length))
                                    message.differing = [];
                                reader.uint32s(message.differing);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.differing && message.differing.length))
                                message.differing = [];
                            message.differing.push(reader.uint32());
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.unknown && message.unknown.length))
                                    message.unknown = [];
                                reader.uint32s(message.unknown);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.unknown && message.unknown.length))
                                message.unknown = [];
                            message.unknown.push(reader.uint32());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.fenceS = value;
                            else
                                delete message.fenceS;
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.syncedS && message.syncedS.length))
                                    message.syncedS = [];
                                reader.fixed32s(message.syncedS);
                                continue;
                            }
                            if (wireType !== 5)
                                break;
                            if (!(message.syncedS && message.syncedS.length))
                                message.syncedS = [];
                            message.syncedS.push(reader.fixed32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RootsCompared;
        })();

        v1.NodesCompared = (function() {

            /**
             * Properties of a NodesCompared.
             * @typedef {Object} starling.v1.NodesCompared.$Properties
             * @property {Array.<number>|null} [differing] NodesCompared differing
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NodesCompared.
             * @memberof starling.v1
             * @interface INodesCompared
             * @augments starling.v1.NodesCompared.$Properties
             * @deprecated Use starling.v1.NodesCompared.$Properties instead.
             */

            /**
             * Shape of a NodesCompared.
             * @typedef {starling.v1.NodesCompared.$Properties} starling.v1.NodesCompared.$Shape
             */

            /**
             * Constructs a new NodesCompared.
             * @memberof starling.v1
             * @classdesc Represents a NodesCompared.
             * @constructor
             * @param {starling.v1.NodesCompared.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NodesCompared = function (properties) {
                this.differing = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * NodesCompared differing.
             * @member {Array.<number>} differing
             * @memberof starling.v1.NodesCompared
             * @instance
             */
            NodesCompared.prototype.differing = $util.emptyArray;

            /**
             * Creates a new NodesCompared instance using the specified properties.
             * @function create
             * @memberof starling.v1.NodesCompared
             * @static
             * @param {starling.v1.NodesCompared.$Properties=} [properties] Properties to set
             * @returns {starling.v1.NodesCompared} NodesCompared instance
             * @type {{
             *   (properties: starling.v1.NodesCompared.$Shape): starling.v1.NodesCompared & starling.v1.NodesCompared.$Shape;
             *   (properties?: starling.v1.NodesCompared.$Properties): starling.v1.NodesCompared;
             * }}
             */
            NodesCompared.create = function(properties) {
                return new NodesCompared(properties);
            };

            /**
             * Encodes the specified NodesCompared message. Does not implicitly {@link starling.v1.NodesCompared.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.NodesCompared
             * @static
             * @param {starling.v1.NodesCompared.$Properties} message NodesCompared message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NodesCompared.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.differing != null && message.differing.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.differing);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NodesCompared message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.NodesCompared
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.NodesCompared & starling.v1.NodesCompared.$Shape} NodesCompared
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            NodesCompared.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.NodesCompared();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.differing && message.differing.length))
                                    message.differing = [];
                                reader.uint32s(message.differing);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.differing && message.differing.length))
                                message.differing = [];
                            message.differing.push(reader.uint32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return NodesCompared;
        })();

        v1.LeavesCompared = (function() {

            /**
             * Properties of a LeavesCompared.
             * @typedef {Object} starling.v1.LeavesCompared.$Properties
             * @property {Array.<starling.v1.Record.$Properties>|null} [records] LeavesCompared records
             * @property {Uint8Array|null} [wanted] LeavesCompared wanted
             * @property {boolean|null} [more] LeavesCompared more
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LeavesCompared.
             * @memberof starling.v1
             * @interface ILeavesCompared
             * @augments starling.v1.LeavesCompared.$Properties
             * @deprecated Use starling.v1.LeavesCompared.$Properties instead.
             */

            /**
             * Shape of a LeavesCompared.
             * @typedef {starling.v1.LeavesCompared.$Properties} starling.v1.LeavesCompared.$Shape
             */

            /**
             * Constructs a new LeavesCompared.
             * @memberof starling.v1
             * @classdesc Represents a LeavesCompared.
             * @constructor
             * @param {starling.v1.LeavesCompared.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LeavesCompared = function (properties) {
                this.records = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LeavesCompared records.
             * @member {Array.<starling.v1.Record.$Properties>} records
             * @memberof starling.v1.LeavesCompared
             * @instance
             */
            LeavesCompared.prototype.records = $util.emptyArray;

            /**
             * LeavesCompared wanted.
             * @member {Uint8Array} wanted
             * @memberof starling.v1.LeavesCompared
             * @instance
             */
            LeavesCompared.prototype.wanted = $util.newBuffer([]);

            /**
             * LeavesCompared more.
             * @member {boolean} more
             * @memberof starling.v1.LeavesCompared
             * @instance
             */
            LeavesCompared.prototype.more = false;

            /**
             * Creates a new LeavesCompared instance using the specified properties.
             * @function create
             * @memberof starling.v1.LeavesCompared
             * @static
             * @param {starling.v1.LeavesCompared.$Properties=} [properties] Properties to set
             * @returns {starling.v1.LeavesCompared} LeavesCompared instance
             * @type {{
             *   (properties: starling.v1.LeavesCompared.$Shape): starling.v1.LeavesCompared & starling.v1.LeavesCompared.$Shape;
             *   (properties?: starling.v1.LeavesCompared.$Properties): starling.v1.LeavesCompared;
             * }}
             */
            LeavesCompared.create = function(properties) {
                return new LeavesCompared(properties);
            };

            /**
             * Encodes the specified LeavesCompared message. Does not implicitly {@link starling.v1.LeavesCompared.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.LeavesCompared
             * @static
             * @param {starling.v1.LeavesCompared.$Properties} message LeavesCompared message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LeavesCompared.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.records != null && message.records.length)
                    for (let i = 0; i < message.records.length; ++i)
                        $root.starling.v1.Record.encode(message.records[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.wanted != null && $Object.hasOwnProperty.call(message, "wanted") && message.wanted.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.wanted);
                if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.more);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LeavesCompared message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.LeavesCompared
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.LeavesCompared & starling.v1.LeavesCompared.$Shape} LeavesCompared
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LeavesCompared.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.LeavesCompared();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.records && message.records.length))
                                message.records = [];
                            message.records.push($root.starling.v1.Record.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.wanted = value;
                            else
                                delete message.wanted;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.more = value;
                            else
                                delete message.more;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LeavesCompared;
        })();

        v1.RecordsTaken = (function() {

            /**
             * Properties of a RecordsTaken.
             * @typedef {Object} starling.v1.RecordsTaken.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RecordsTaken.
             * @memberof starling.v1
             * @interface IRecordsTaken
             * @augments starling.v1.RecordsTaken.$Properties
             * @deprecated Use starling.v1.RecordsTaken.$Properties instead.
             */

            /**
             * Shape of a RecordsTaken.
             * @typedef {starling.v1.RecordsTaken.$Properties} starling.v1.RecordsTaken.$Shape
             */

            /**
             * Constructs a new RecordsTaken.
             * @memberof starling.v1
             * @classdesc Represents a RecordsTaken.
             * @constructor
             * @param {starling.v1.RecordsTaken.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RecordsTaken = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new RecordsTaken instance using the specified properties.
             * @function create
             * @memberof starling.v1.RecordsTaken
             * @static
             * @param {starling.v1.RecordsTaken.$Properties=} [properties] Properties to set
             * @returns {starling.v1.RecordsTaken} RecordsTaken instance
             * @type {{
             *   (properties: starling.v1.RecordsTaken.$Shape): starling.v1.RecordsTaken & starling.v1.RecordsTaken.$Shape;
             *   (properties?: starling.v1.RecordsTaken.$Properties): starling.v1.RecordsTaken;
             * }}
             */
            RecordsTaken.create = function(properties) {
                return new RecordsTaken(properties);
            };

            /**
             * Encodes the specified RecordsTaken message. Does not implicitly {@link starling.v1.RecordsTaken.verify|verify} messages.
             * @function encode
             * @memberof starling.v1.RecordsTaken
             * @static
             * @param {starling.v1.RecordsTaken.$Properties} message RecordsTaken message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RecordsTaken.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RecordsTaken message from the specified reader or buffer.
             * @function decode
             * @memberof starling.v1.RecordsTaken
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {starling.v1.RecordsTaken & starling.v1.RecordsTaken.$Shape} RecordsTaken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RecordsTaken.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.starling.v1.RecordsTaken();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RecordsTaken;
        })();

        return v1;
    })();

    return starling;
})();

export {
  $root as default
};
