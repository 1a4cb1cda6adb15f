import * as $protobuf from "protobufjs/minimal.js";

/** Namespace starling. */
export namespace starling {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a ClientRequest.
         * @deprecated Use starling.v1.ClientRequest.$Properties instead.
         */
        interface IClientRequest extends starling.v1.ClientRequest.$Properties {
        }

        /** Represents a ClientRequest. */
        class ClientRequest {

            /**
             * Constructs a new ClientRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.ClientRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientRequest id. */
            id: number;

            /** ClientRequest timeoutMs. */
            timeoutMs: number;

            /** ClientRequest session. */
            session: Uint8Array;

            /** ClientRequest sloppy. */
            sloppy: boolean;

            /** ClientRequest traceparent. */
            traceparent: Uint8Array;

            /** ClientRequest put. */
            put?: (starling.v1.Put.$Properties|null);

            /** ClientRequest get. */
            get?: (starling.v1.Get.$Properties|null);

            /** ClientRequest delete. */
            delete?: (starling.v1.Delete.$Properties|null);

            /** ClientRequest putMany. */
            putMany?: (starling.v1.PutMany.$Properties|null);

            /** ClientRequest getMany. */
            getMany?: (starling.v1.GetMany.$Properties|null);

            /** ClientRequest deleteMany. */
            deleteMany?: (starling.v1.DeleteMany.$Properties|null);

            /** ClientRequest scan. */
            scan?: (starling.v1.Scan.$Properties|null);

            /** ClientRequest topology. */
            topology?: (starling.v1.TopologyRequest.$Properties|null);

            /** ClientRequest status. */
            status?: (starling.v1.StatusRequest.$Properties|null);

            /** ClientRequest locate. */
            locate?: (starling.v1.LocateRequest.$Properties|null);

            /** ClientRequest removeMember. */
            removeMember?: (starling.v1.RemoveMember.$Properties|null);

            /** ClientRequest explain. */
            explain?: (starling.v1.Explain.$Properties|null);

            /** ClientRequest repair. */
            repair?: (starling.v1.Repair.$Properties|null);

            /** ClientRequest pauseRepair. */
            pauseRepair?: (starling.v1.PauseRepair.$Properties|null);

            /** ClientRequest leave. */
            leave?: (starling.v1.Leave.$Properties|null);

            /** ClientRequest authenticate. */
            authenticate?: (starling.v1.Authenticate.$Properties|null);

            /** ClientRequest op. */
            op?: ("put"|"get"|"delete"|"putMany"|"getMany"|"deleteMany"|"scan"|"topology"|"status"|"locate"|"removeMember"|"explain"|"repair"|"pauseRepair"|"leave"|"authenticate");

            /**
             * Creates a new ClientRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClientRequest instance
             */
            static create(properties: starling.v1.ClientRequest.$Shape): starling.v1.ClientRequest & starling.v1.ClientRequest.$Shape;
            static create(properties?: starling.v1.ClientRequest.$Properties): starling.v1.ClientRequest;

            /**
             * Encodes the specified ClientRequest message. Does not implicitly {@link starling.v1.ClientRequest.verify|verify} messages.
             * @param message ClientRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.ClientRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.ClientRequest & starling.v1.ClientRequest.$Shape} ClientRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.ClientRequest & starling.v1.ClientRequest.$Shape;
        }

        namespace ClientRequest {

            /** Properties of a ClientRequest. */
            interface $Properties {

                /** ClientRequest id */
                id?: (number|null);

                /** ClientRequest timeoutMs */
                timeoutMs?: (number|null);

                /** ClientRequest session */
                session?: (Uint8Array|null);

                /** ClientRequest sloppy */
                sloppy?: (boolean|null);

                /** ClientRequest traceparent */
                traceparent?: (Uint8Array|null);

                /** ClientRequest put */
                put?: (starling.v1.Put.$Properties|null);

                /** ClientRequest get */
                get?: (starling.v1.Get.$Properties|null);

                /** ClientRequest delete */
                "delete"?: (starling.v1.Delete.$Properties|null);

                /** ClientRequest putMany */
                putMany?: (starling.v1.PutMany.$Properties|null);

                /** ClientRequest getMany */
                getMany?: (starling.v1.GetMany.$Properties|null);

                /** ClientRequest deleteMany */
                deleteMany?: (starling.v1.DeleteMany.$Properties|null);

                /** ClientRequest scan */
                scan?: (starling.v1.Scan.$Properties|null);

                /** ClientRequest topology */
                topology?: (starling.v1.TopologyRequest.$Properties|null);

                /** ClientRequest status */
                status?: (starling.v1.StatusRequest.$Properties|null);

                /** ClientRequest locate */
                locate?: (starling.v1.LocateRequest.$Properties|null);

                /** ClientRequest removeMember */
                removeMember?: (starling.v1.RemoveMember.$Properties|null);

                /** ClientRequest explain */
                explain?: (starling.v1.Explain.$Properties|null);

                /** ClientRequest repair */
                repair?: (starling.v1.Repair.$Properties|null);

                /** ClientRequest pauseRepair */
                pauseRepair?: (starling.v1.PauseRepair.$Properties|null);

                /** ClientRequest leave */
                leave?: (starling.v1.Leave.$Properties|null);

                /** ClientRequest authenticate */
                authenticate?: (starling.v1.Authenticate.$Properties|null);

                /** ClientRequest op */
                op?: ("put"|"get"|"delete"|"putMany"|"getMany"|"deleteMany"|"scan"|"topology"|"status"|"locate"|"removeMember"|"explain"|"repair"|"pauseRepair"|"leave"|"authenticate");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ClientRequest. */
            type $Shape = {
              id?: number|null;
              timeoutMs?: number|null;
              session?: Uint8Array|null;
              sloppy?: boolean|null;
              traceparent?: Uint8Array|null;
              put?: starling.v1.Put.$Shape|null;
              get?: starling.v1.Get.$Shape|null;
              "delete"?: starling.v1.Delete.$Shape|null;
              putMany?: starling.v1.PutMany.$Shape|null;
              getMany?: starling.v1.GetMany.$Shape|null;
              deleteMany?: starling.v1.DeleteMany.$Shape|null;
              scan?: starling.v1.Scan.$Shape|null;
              topology?: starling.v1.TopologyRequest.$Shape|null;
              status?: starling.v1.StatusRequest.$Shape|null;
              locate?: starling.v1.LocateRequest.$Shape|null;
              removeMember?: starling.v1.RemoveMember.$Shape|null;
              explain?: starling.v1.Explain.$Shape|null;
              repair?: starling.v1.Repair.$Shape|null;
              pauseRepair?: starling.v1.PauseRepair.$Shape|null;
              leave?: starling.v1.Leave.$Shape|null;
              authenticate?: starling.v1.Authenticate.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ op?: undefined; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "put"; put: starling.v1.Put.$Shape; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "get"; put?: null; get: starling.v1.Get.$Shape; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "delete"; put?: null; get?: null; "delete": starling.v1.Delete.$Shape; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "putMany"; put?: null; get?: null; "delete"?: null; putMany: starling.v1.PutMany.$Shape; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "getMany"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany: starling.v1.GetMany.$Shape; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "deleteMany"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany: starling.v1.DeleteMany.$Shape; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "scan"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan: starling.v1.Scan.$Shape; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "topology"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology: starling.v1.TopologyRequest.$Shape; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "status"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status: starling.v1.StatusRequest.$Shape; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "locate"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate: starling.v1.LocateRequest.$Shape; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "removeMember"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember: starling.v1.RemoveMember.$Shape; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "explain"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain: starling.v1.Explain.$Shape; repair?: null; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "repair"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair: starling.v1.Repair.$Shape; pauseRepair?: null; leave?: null; authenticate?: null }|{ op?: "pauseRepair"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair: starling.v1.PauseRepair.$Shape; leave?: null; authenticate?: null }|{ op?: "leave"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave: starling.v1.Leave.$Shape; authenticate?: null }|{ op?: "authenticate"; put?: null; get?: null; "delete"?: null; putMany?: null; getMany?: null; deleteMany?: null; scan?: null; topology?: null; status?: null; locate?: null; removeMember?: null; explain?: null; repair?: null; pauseRepair?: null; leave?: null; authenticate: starling.v1.Authenticate.$Shape })
            );
        }

        /**
         * Properties of an Authenticate.
         * @deprecated Use starling.v1.Authenticate.$Properties instead.
         */
        interface IAuthenticate extends starling.v1.Authenticate.$Properties {
        }

        /** Represents an Authenticate. */
        class Authenticate {

            /**
             * Constructs a new Authenticate.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Authenticate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Authenticate token. */
            token?: (string|null);

            /** Authenticate secretProof. */
            secretProof?: (starling.v1.SecretProof.$Properties|null);

            /** Authenticate by. */
            by?: ("token"|"secretProof");

            /**
             * Creates a new Authenticate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Authenticate instance
             */
            static create(properties: starling.v1.Authenticate.$Shape): starling.v1.Authenticate & starling.v1.Authenticate.$Shape;
            static create(properties?: starling.v1.Authenticate.$Properties): starling.v1.Authenticate;

            /**
             * Encodes the specified Authenticate message. Does not implicitly {@link starling.v1.Authenticate.verify|verify} messages.
             * @param message Authenticate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Authenticate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Authenticate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Authenticate & starling.v1.Authenticate.$Shape} Authenticate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Authenticate & starling.v1.Authenticate.$Shape;
        }

        namespace Authenticate {

            /** Properties of an Authenticate. */
            interface $Properties {

                /** Authenticate token */
                token?: (string|null);

                /** Authenticate secretProof */
                secretProof?: (starling.v1.SecretProof.$Properties|null);

                /** Authenticate by */
                by?: ("token"|"secretProof");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Authenticate. */
            type $Shape = {
              token?: string|null;
              secretProof?: starling.v1.SecretProof.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ by?: undefined; token?: null; secretProof?: null }|{ by?: "token"; token: string; secretProof?: null }|{ by?: "secretProof"; token?: null; secretProof: starling.v1.SecretProof.$Shape })
            );
        }

        /**
         * Properties of a SecretProof.
         * @deprecated Use starling.v1.SecretProof.$Properties instead.
         */
        interface ISecretProof extends starling.v1.SecretProof.$Properties {
        }

        /** Represents a SecretProof. */
        class SecretProof {

            /**
             * Constructs a new SecretProof.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.SecretProof.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SecretProof expiresMs. */
            expiresMs: number;

            /** SecretProof proof. */
            proof: Uint8Array;

            /**
             * Creates a new SecretProof instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SecretProof instance
             */
            static create(properties: starling.v1.SecretProof.$Shape): starling.v1.SecretProof & starling.v1.SecretProof.$Shape;
            static create(properties?: starling.v1.SecretProof.$Properties): starling.v1.SecretProof;

            /**
             * Encodes the specified SecretProof message. Does not implicitly {@link starling.v1.SecretProof.verify|verify} messages.
             * @param message SecretProof message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.SecretProof.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SecretProof message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.SecretProof & starling.v1.SecretProof.$Shape} SecretProof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.SecretProof & starling.v1.SecretProof.$Shape;
        }

        namespace SecretProof {

            /** Properties of a SecretProof. */
            interface $Properties {

                /** SecretProof expiresMs */
                expiresMs?: (number|null);

                /** SecretProof proof */
                proof?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SecretProof. */
            type $Shape = starling.v1.SecretProof.$Properties;
        }

        /**
         * Properties of a Put.
         * @deprecated Use starling.v1.Put.$Properties instead.
         */
        interface IPut extends starling.v1.Put.$Properties {
        }

        /** Represents a Put. */
        class Put {

            /**
             * Constructs a new Put.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Put.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Put key. */
            key: string;

            /** Put value. */
            value: string;

            /** Put consistency. */
            consistency: starling.v1.Consistency;

            /** Put durability. */
            durability: starling.v1.Durability;

            /** Put ttlMs. */
            ttlMs: number;

            /**
             * Creates a new Put instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Put instance
             */
            static create(properties: starling.v1.Put.$Shape): starling.v1.Put & starling.v1.Put.$Shape;
            static create(properties?: starling.v1.Put.$Properties): starling.v1.Put;

            /**
             * Encodes the specified Put message. Does not implicitly {@link starling.v1.Put.verify|verify} messages.
             * @param message Put message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Put.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Put message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Put & starling.v1.Put.$Shape} Put
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Put & starling.v1.Put.$Shape;
        }

        namespace Put {

            /** Properties of a Put. */
            interface $Properties {

                /** Put key */
                key?: (string|null);

                /** Put value */
                value?: (string|null);

                /** Put consistency */
                consistency?: (starling.v1.Consistency|null);

                /** Put durability */
                durability?: (starling.v1.Durability|null);

                /** Put ttlMs */
                ttlMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Put. */
            type $Shape = starling.v1.Put.$Properties;
        }

        /**
         * Properties of a Get.
         * @deprecated Use starling.v1.Get.$Properties instead.
         */
        interface IGet extends starling.v1.Get.$Properties {
        }

        /** Represents a Get. */
        class Get {

            /**
             * Constructs a new Get.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Get.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Get key. */
            key: string;

            /** Get consistency. */
            consistency: starling.v1.Consistency;

            /**
             * Creates a new Get instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Get instance
             */
            static create(properties: starling.v1.Get.$Shape): starling.v1.Get & starling.v1.Get.$Shape;
            static create(properties?: starling.v1.Get.$Properties): starling.v1.Get;

            /**
             * Encodes the specified Get message. Does not implicitly {@link starling.v1.Get.verify|verify} messages.
             * @param message Get message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Get.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Get message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Get & starling.v1.Get.$Shape} Get
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Get & starling.v1.Get.$Shape;
        }

        namespace Get {

            /** Properties of a Get. */
            interface $Properties {

                /** Get key */
                key?: (string|null);

                /** Get consistency */
                consistency?: (starling.v1.Consistency|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Get. */
            type $Shape = starling.v1.Get.$Properties;
        }

        /**
         * Properties of a Delete.
         * @deprecated Use starling.v1.Delete.$Properties instead.
         */
        interface IDelete extends starling.v1.Delete.$Properties {
        }

        /** Represents a Delete. */
        class Delete {

            /**
             * Constructs a new Delete.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Delete.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Delete key. */
            key: string;

            /** Delete consistency. */
            consistency: starling.v1.Consistency;

            /** Delete durability. */
            durability: starling.v1.Durability;

            /**
             * Creates a new Delete instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Delete instance
             */
            static create(properties: starling.v1.Delete.$Shape): starling.v1.Delete & starling.v1.Delete.$Shape;
            static create(properties?: starling.v1.Delete.$Properties): starling.v1.Delete;

            /**
             * Encodes the specified Delete message. Does not implicitly {@link starling.v1.Delete.verify|verify} messages.
             * @param message Delete message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Delete.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Delete message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Delete & starling.v1.Delete.$Shape} Delete
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Delete & starling.v1.Delete.$Shape;
        }

        namespace Delete {

            /** Properties of a Delete. */
            interface $Properties {

                /** Delete key */
                key?: (string|null);

                /** Delete consistency */
                consistency?: (starling.v1.Consistency|null);

                /** Delete durability */
                durability?: (starling.v1.Durability|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Delete. */
            type $Shape = starling.v1.Delete.$Properties;
        }

        /**
         * Properties of a PutMany.
         * @deprecated Use starling.v1.PutMany.$Properties instead.
         */
        interface IPutMany extends starling.v1.PutMany.$Properties {
        }

        /** Represents a PutMany. */
        class PutMany {

            /**
             * Constructs a new PutMany.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.PutMany.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PutMany items. */
            items: starling.v1.PutMany.Item.$Properties[];

            /** PutMany consistency. */
            consistency: starling.v1.Consistency;

            /** PutMany durability. */
            durability: starling.v1.Durability;

            /**
             * Creates a new PutMany instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PutMany instance
             */
            static create(properties: starling.v1.PutMany.$Shape): starling.v1.PutMany & starling.v1.PutMany.$Shape;
            static create(properties?: starling.v1.PutMany.$Properties): starling.v1.PutMany;

            /**
             * Encodes the specified PutMany message. Does not implicitly {@link starling.v1.PutMany.verify|verify} messages.
             * @param message PutMany message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.PutMany.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PutMany message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.PutMany & starling.v1.PutMany.$Shape} PutMany
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.PutMany & starling.v1.PutMany.$Shape;
        }

        namespace PutMany {

            /** Properties of a PutMany. */
            interface $Properties {

                /** PutMany items */
                items?: (starling.v1.PutMany.Item.$Properties[]|null);

                /** PutMany consistency */
                consistency?: (starling.v1.Consistency|null);

                /** PutMany durability */
                durability?: (starling.v1.Durability|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PutMany. */
            type $Shape = starling.v1.PutMany.$Properties;

            /**
             * Properties of an Item.
             * @deprecated Use starling.v1.PutMany.Item.$Properties instead.
             */
            interface IItem extends starling.v1.PutMany.Item.$Properties {
            }

            /** Represents an Item. */
            class Item {

                /**
                 * Constructs a new Item.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: starling.v1.PutMany.Item.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Item key. */
                key: string;

                /** Item value. */
                value: string;

                /** Item ttlMs. */
                ttlMs: number;

                /**
                 * Creates a new Item instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Item instance
                 */
                static create(properties: starling.v1.PutMany.Item.$Shape): starling.v1.PutMany.Item & starling.v1.PutMany.Item.$Shape;
                static create(properties?: starling.v1.PutMany.Item.$Properties): starling.v1.PutMany.Item;

                /**
                 * Encodes the specified Item message. Does not implicitly {@link starling.v1.PutMany.Item.verify|verify} messages.
                 * @param message Item message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: starling.v1.PutMany.Item.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Item message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {starling.v1.PutMany.Item & starling.v1.PutMany.Item.$Shape} Item
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.PutMany.Item & starling.v1.PutMany.Item.$Shape;
            }

            namespace Item {

                /** Properties of an Item. */
                interface $Properties {

                    /** Item key */
                    key?: (string|null);

                    /** Item value */
                    value?: (string|null);

                    /** Item ttlMs */
                    ttlMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Item. */
                type $Shape = starling.v1.PutMany.Item.$Properties;
            }
        }

        /**
         * Properties of a GetMany.
         * @deprecated Use starling.v1.GetMany.$Properties instead.
         */
        interface IGetMany extends starling.v1.GetMany.$Properties {
        }

        /** Represents a GetMany. */
        class GetMany {

            /**
             * Constructs a new GetMany.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.GetMany.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetMany keys. */
            keys: string[];

            /** GetMany consistency. */
            consistency: starling.v1.Consistency;

            /**
             * Creates a new GetMany instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetMany instance
             */
            static create(properties: starling.v1.GetMany.$Shape): starling.v1.GetMany & starling.v1.GetMany.$Shape;
            static create(properties?: starling.v1.GetMany.$Properties): starling.v1.GetMany;

            /**
             * Encodes the specified GetMany message. Does not implicitly {@link starling.v1.GetMany.verify|verify} messages.
             * @param message GetMany message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.GetMany.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetMany message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.GetMany & starling.v1.GetMany.$Shape} GetMany
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.GetMany & starling.v1.GetMany.$Shape;
        }

        namespace GetMany {

            /** Properties of a GetMany. */
            interface $Properties {

                /** GetMany keys */
                keys?: (string[]|null);

                /** GetMany consistency */
                consistency?: (starling.v1.Consistency|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetMany. */
            type $Shape = starling.v1.GetMany.$Properties;
        }

        /**
         * Properties of a DeleteMany.
         * @deprecated Use starling.v1.DeleteMany.$Properties instead.
         */
        interface IDeleteMany extends starling.v1.DeleteMany.$Properties {
        }

        /** Represents a DeleteMany. */
        class DeleteMany {

            /**
             * Constructs a new DeleteMany.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.DeleteMany.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeleteMany keys. */
            keys: string[];

            /** DeleteMany consistency. */
            consistency: starling.v1.Consistency;

            /** DeleteMany durability. */
            durability: starling.v1.Durability;

            /**
             * Creates a new DeleteMany instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeleteMany instance
             */
            static create(properties: starling.v1.DeleteMany.$Shape): starling.v1.DeleteMany & starling.v1.DeleteMany.$Shape;
            static create(properties?: starling.v1.DeleteMany.$Properties): starling.v1.DeleteMany;

            /**
             * Encodes the specified DeleteMany message. Does not implicitly {@link starling.v1.DeleteMany.verify|verify} messages.
             * @param message DeleteMany message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.DeleteMany.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteMany message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.DeleteMany & starling.v1.DeleteMany.$Shape} DeleteMany
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.DeleteMany & starling.v1.DeleteMany.$Shape;
        }

        namespace DeleteMany {

            /** Properties of a DeleteMany. */
            interface $Properties {

                /** DeleteMany keys */
                keys?: (string[]|null);

                /** DeleteMany consistency */
                consistency?: (starling.v1.Consistency|null);

                /** DeleteMany durability */
                durability?: (starling.v1.Durability|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeleteMany. */
            type $Shape = starling.v1.DeleteMany.$Properties;
        }

        /**
         * Properties of a Scan.
         * @deprecated Use starling.v1.Scan.$Properties instead.
         */
        interface IScan extends starling.v1.Scan.$Properties {
        }

        /** Represents a Scan. */
        class Scan {

            /**
             * Constructs a new Scan.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Scan.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Scan partition. */
            partition: number;

            /** Scan cursor. */
            cursor: Uint8Array;

            /** Scan limitBytes. */
            limitBytes: number;

            /** Scan consistency. */
            consistency: starling.v1.Consistency;

            /**
             * Creates a new Scan instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Scan instance
             */
            static create(properties: starling.v1.Scan.$Shape): starling.v1.Scan & starling.v1.Scan.$Shape;
            static create(properties?: starling.v1.Scan.$Properties): starling.v1.Scan;

            /**
             * Encodes the specified Scan message. Does not implicitly {@link starling.v1.Scan.verify|verify} messages.
             * @param message Scan message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Scan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Scan message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Scan & starling.v1.Scan.$Shape} Scan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Scan & starling.v1.Scan.$Shape;
        }

        namespace Scan {

            /** Properties of a Scan. */
            interface $Properties {

                /** Scan partition */
                partition?: (number|null);

                /** Scan cursor */
                cursor?: (Uint8Array|null);

                /** Scan limitBytes */
                limitBytes?: (number|null);

                /** Scan consistency */
                consistency?: (starling.v1.Consistency|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Scan. */
            type $Shape = starling.v1.Scan.$Properties;
        }

        /**
         * Properties of a TopologyRequest.
         * @deprecated Use starling.v1.TopologyRequest.$Properties instead.
         */
        interface ITopologyRequest extends starling.v1.TopologyRequest.$Properties {
        }

        /** Represents a TopologyRequest. */
        class TopologyRequest {

            /**
             * Constructs a new TopologyRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.TopologyRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new TopologyRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TopologyRequest instance
             */
            static create(properties: starling.v1.TopologyRequest.$Shape): starling.v1.TopologyRequest & starling.v1.TopologyRequest.$Shape;
            static create(properties?: starling.v1.TopologyRequest.$Properties): starling.v1.TopologyRequest;

            /**
             * Encodes the specified TopologyRequest message. Does not implicitly {@link starling.v1.TopologyRequest.verify|verify} messages.
             * @param message TopologyRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.TopologyRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TopologyRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.TopologyRequest & starling.v1.TopologyRequest.$Shape} TopologyRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.TopologyRequest & starling.v1.TopologyRequest.$Shape;
        }

        namespace TopologyRequest {

            /** Properties of a TopologyRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TopologyRequest. */
            type $Shape = starling.v1.TopologyRequest.$Properties;
        }

        /**
         * Properties of a StatusRequest.
         * @deprecated Use starling.v1.StatusRequest.$Properties instead.
         */
        interface IStatusRequest extends starling.v1.StatusRequest.$Properties {
        }

        /** Represents a StatusRequest. */
        class StatusRequest {

            /**
             * Constructs a new StatusRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.StatusRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new StatusRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StatusRequest instance
             */
            static create(properties: starling.v1.StatusRequest.$Shape): starling.v1.StatusRequest & starling.v1.StatusRequest.$Shape;
            static create(properties?: starling.v1.StatusRequest.$Properties): starling.v1.StatusRequest;

            /**
             * Encodes the specified StatusRequest message. Does not implicitly {@link starling.v1.StatusRequest.verify|verify} messages.
             * @param message StatusRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.StatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatusRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.StatusRequest & starling.v1.StatusRequest.$Shape} StatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.StatusRequest & starling.v1.StatusRequest.$Shape;
        }

        namespace StatusRequest {

            /** Properties of a StatusRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StatusRequest. */
            type $Shape = starling.v1.StatusRequest.$Properties;
        }

        /**
         * Properties of a LocateRequest.
         * @deprecated Use starling.v1.LocateRequest.$Properties instead.
         */
        interface ILocateRequest extends starling.v1.LocateRequest.$Properties {
        }

        /** Represents a LocateRequest. */
        class LocateRequest {

            /**
             * Constructs a new LocateRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.LocateRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LocateRequest key. */
            key: string;

            /**
             * Creates a new LocateRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LocateRequest instance
             */
            static create(properties: starling.v1.LocateRequest.$Shape): starling.v1.LocateRequest & starling.v1.LocateRequest.$Shape;
            static create(properties?: starling.v1.LocateRequest.$Properties): starling.v1.LocateRequest;

            /**
             * Encodes the specified LocateRequest message. Does not implicitly {@link starling.v1.LocateRequest.verify|verify} messages.
             * @param message LocateRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.LocateRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LocateRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.LocateRequest & starling.v1.LocateRequest.$Shape} LocateRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.LocateRequest & starling.v1.LocateRequest.$Shape;
        }

        namespace LocateRequest {

            /** Properties of a LocateRequest. */
            interface $Properties {

                /** LocateRequest key */
                key?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LocateRequest. */
            type $Shape = starling.v1.LocateRequest.$Properties;
        }

        /**
         * Properties of a RemoveMember.
         * @deprecated Use starling.v1.RemoveMember.$Properties instead.
         */
        interface IRemoveMember extends starling.v1.RemoveMember.$Properties {
        }

        /** Represents a RemoveMember. */
        class RemoveMember {

            /**
             * Constructs a new RemoveMember.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.RemoveMember.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RemoveMember peer. */
            peer: string;

            /** RemoveMember force. */
            force: boolean;

            /** RemoveMember expiresMs. */
            expiresMs: number;

            /** RemoveMember proof. */
            proof: Uint8Array;

            /**
             * Creates a new RemoveMember instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RemoveMember instance
             */
            static create(properties: starling.v1.RemoveMember.$Shape): starling.v1.RemoveMember & starling.v1.RemoveMember.$Shape;
            static create(properties?: starling.v1.RemoveMember.$Properties): starling.v1.RemoveMember;

            /**
             * Encodes the specified RemoveMember message. Does not implicitly {@link starling.v1.RemoveMember.verify|verify} messages.
             * @param message RemoveMember message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.RemoveMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RemoveMember message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.RemoveMember & starling.v1.RemoveMember.$Shape} RemoveMember
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.RemoveMember & starling.v1.RemoveMember.$Shape;
        }

        namespace RemoveMember {

            /** Properties of a RemoveMember. */
            interface $Properties {

                /** RemoveMember peer */
                peer?: (string|null);

                /** RemoveMember force */
                force?: (boolean|null);

                /** RemoveMember expiresMs */
                expiresMs?: (number|null);

                /** RemoveMember proof */
                proof?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RemoveMember. */
            type $Shape = starling.v1.RemoveMember.$Properties;
        }

        /**
         * Properties of a Leave.
         * @deprecated Use starling.v1.Leave.$Properties instead.
         */
        interface ILeave extends starling.v1.Leave.$Properties {
        }

        /** Represents a Leave. */
        class Leave {

            /**
             * Constructs a new Leave.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Leave.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Leave peer. */
            peer: string;

            /** Leave expiresMs. */
            expiresMs: number;

            /** Leave proof. */
            proof: Uint8Array;

            /**
             * Creates a new Leave instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Leave instance
             */
            static create(properties: starling.v1.Leave.$Shape): starling.v1.Leave & starling.v1.Leave.$Shape;
            static create(properties?: starling.v1.Leave.$Properties): starling.v1.Leave;

            /**
             * Encodes the specified Leave message. Does not implicitly {@link starling.v1.Leave.verify|verify} messages.
             * @param message Leave message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Leave.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Leave message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Leave & starling.v1.Leave.$Shape} Leave
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Leave & starling.v1.Leave.$Shape;
        }

        namespace Leave {

            /** Properties of a Leave. */
            interface $Properties {

                /** Leave peer */
                peer?: (string|null);

                /** Leave expiresMs */
                expiresMs?: (number|null);

                /** Leave proof */
                proof?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Leave. */
            type $Shape = starling.v1.Leave.$Properties;
        }

        /**
         * Properties of an Explain.
         * @deprecated Use starling.v1.Explain.$Properties instead.
         */
        interface IExplain extends starling.v1.Explain.$Properties {
        }

        /** Represents an Explain. */
        class Explain {

            /**
             * Constructs a new Explain.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Explain.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Explain key. */
            key: string;

            /**
             * Creates a new Explain instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Explain instance
             */
            static create(properties: starling.v1.Explain.$Shape): starling.v1.Explain & starling.v1.Explain.$Shape;
            static create(properties?: starling.v1.Explain.$Properties): starling.v1.Explain;

            /**
             * Encodes the specified Explain message. Does not implicitly {@link starling.v1.Explain.verify|verify} messages.
             * @param message Explain message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Explain.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Explain message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Explain & starling.v1.Explain.$Shape} Explain
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Explain & starling.v1.Explain.$Shape;
        }

        namespace Explain {

            /** Properties of an Explain. */
            interface $Properties {

                /** Explain key */
                key?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Explain. */
            type $Shape = starling.v1.Explain.$Properties;
        }

        /**
         * Properties of a Repair.
         * @deprecated Use starling.v1.Repair.$Properties instead.
         */
        interface IRepair extends starling.v1.Repair.$Properties {
        }

        /** Represents a Repair. */
        class Repair {

            /**
             * Constructs a new Repair.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Repair.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Repair run. */
            run: number;

            /** Repair peer. */
            peer: string;

            /** Repair partition. */
            partition?: (number|null);

            /**
             * Creates a new Repair instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Repair instance
             */
            static create(properties: starling.v1.Repair.$Shape): starling.v1.Repair & starling.v1.Repair.$Shape;
            static create(properties?: starling.v1.Repair.$Properties): starling.v1.Repair;

            /**
             * Encodes the specified Repair message. Does not implicitly {@link starling.v1.Repair.verify|verify} messages.
             * @param message Repair message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Repair.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Repair message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Repair & starling.v1.Repair.$Shape} Repair
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Repair & starling.v1.Repair.$Shape;
        }

        namespace Repair {

            /** Properties of a Repair. */
            interface $Properties {

                /** Repair run */
                run?: (number|null);

                /** Repair peer */
                peer?: (string|null);

                /** Repair partition */
                partition?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Repair. */
            type $Shape = starling.v1.Repair.$Properties;
        }

        /**
         * Properties of a PauseRepair.
         * @deprecated Use starling.v1.PauseRepair.$Properties instead.
         */
        interface IPauseRepair extends starling.v1.PauseRepair.$Properties {
        }

        /** Represents a PauseRepair. */
        class PauseRepair {

            /**
             * Constructs a new PauseRepair.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.PauseRepair.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PauseRepair peer. */
            peer: string;

            /** PauseRepair pauseMs. */
            pauseMs: number;

            /** PauseRepair expiresMs. */
            expiresMs: number;

            /** PauseRepair proof. */
            proof: Uint8Array;

            /**
             * Creates a new PauseRepair instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PauseRepair instance
             */
            static create(properties: starling.v1.PauseRepair.$Shape): starling.v1.PauseRepair & starling.v1.PauseRepair.$Shape;
            static create(properties?: starling.v1.PauseRepair.$Properties): starling.v1.PauseRepair;

            /**
             * Encodes the specified PauseRepair message. Does not implicitly {@link starling.v1.PauseRepair.verify|verify} messages.
             * @param message PauseRepair message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.PauseRepair.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PauseRepair message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.PauseRepair & starling.v1.PauseRepair.$Shape} PauseRepair
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.PauseRepair & starling.v1.PauseRepair.$Shape;
        }

        namespace PauseRepair {

            /** Properties of a PauseRepair. */
            interface $Properties {

                /** PauseRepair peer */
                peer?: (string|null);

                /** PauseRepair pauseMs */
                pauseMs?: (number|null);

                /** PauseRepair expiresMs */
                expiresMs?: (number|null);

                /** PauseRepair proof */
                proof?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PauseRepair. */
            type $Shape = starling.v1.PauseRepair.$Properties;
        }

        /**
         * Properties of a ClientResponse.
         * @deprecated Use starling.v1.ClientResponse.$Properties instead.
         */
        interface IClientResponse extends starling.v1.ClientResponse.$Properties {
        }

        /** Represents a ClientResponse. */
        class ClientResponse {

            /**
             * Constructs a new ClientResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.ClientResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientResponse id. */
            id: number;

            /** ClientResponse write. */
            write?: (starling.v1.WriteResult.$Properties|null);

            /** ClientResponse read. */
            read?: (starling.v1.ReadResult.$Properties|null);

            /** ClientResponse writeMany. */
            writeMany?: (starling.v1.WriteManyResult.$Properties|null);

            /** ClientResponse readMany. */
            readMany?: (starling.v1.ReadManyResult.$Properties|null);

            /** ClientResponse scan. */
            scan?: (starling.v1.ScanPage.$Properties|null);

            /** ClientResponse topology. */
            topology?: (starling.v1.Topology.$Properties|null);

            /** ClientResponse status. */
            status?: (starling.v1.Status.$Properties|null);

            /** ClientResponse location. */
            location?: (starling.v1.Location.$Properties|null);

            /** ClientResponse memberRemoved. */
            memberRemoved?: (starling.v1.MemberRemoved.$Properties|null);

            /** ClientResponse explanation. */
            explanation?: (starling.v1.Explanation.$Properties|null);

            /** ClientResponse repairProgress. */
            repairProgress?: (starling.v1.RepairProgress.$Properties|null);

            /** ClientResponse repairPaused. */
            repairPaused?: (starling.v1.RepairPaused.$Properties|null);

            /** ClientResponse leaving. */
            leaving?: (starling.v1.Leaving.$Properties|null);

            /** ClientResponse authenticated. */
            authenticated?: (starling.v1.Authenticated.$Properties|null);

            /** ClientResponse error. */
            error?: (starling.v1.Error.$Properties|null);

            /** ClientResponse result. */
            result?: ("write"|"read"|"writeMany"|"readMany"|"scan"|"topology"|"status"|"location"|"memberRemoved"|"explanation"|"repairProgress"|"repairPaused"|"leaving"|"authenticated"|"error");

            /**
             * Creates a new ClientResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClientResponse instance
             */
            static create(properties: starling.v1.ClientResponse.$Shape): starling.v1.ClientResponse & starling.v1.ClientResponse.$Shape;
            static create(properties?: starling.v1.ClientResponse.$Properties): starling.v1.ClientResponse;

            /**
             * Encodes the specified ClientResponse message. Does not implicitly {@link starling.v1.ClientResponse.verify|verify} messages.
             * @param message ClientResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.ClientResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.ClientResponse & starling.v1.ClientResponse.$Shape} ClientResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.ClientResponse & starling.v1.ClientResponse.$Shape;
        }

        namespace ClientResponse {

            /** Properties of a ClientResponse. */
            interface $Properties {

                /** ClientResponse id */
                id?: (number|null);

                /** ClientResponse write */
                write?: (starling.v1.WriteResult.$Properties|null);

                /** ClientResponse read */
                read?: (starling.v1.ReadResult.$Properties|null);

                /** ClientResponse writeMany */
                writeMany?: (starling.v1.WriteManyResult.$Properties|null);

                /** ClientResponse readMany */
                readMany?: (starling.v1.ReadManyResult.$Properties|null);

                /** ClientResponse scan */
                scan?: (starling.v1.ScanPage.$Properties|null);

                /** ClientResponse topology */
                topology?: (starling.v1.Topology.$Properties|null);

                /** ClientResponse status */
                status?: (starling.v1.Status.$Properties|null);

                /** ClientResponse location */
                location?: (starling.v1.Location.$Properties|null);

                /** ClientResponse memberRemoved */
                memberRemoved?: (starling.v1.MemberRemoved.$Properties|null);

                /** ClientResponse explanation */
                explanation?: (starling.v1.Explanation.$Properties|null);

                /** ClientResponse repairProgress */
                repairProgress?: (starling.v1.RepairProgress.$Properties|null);

                /** ClientResponse repairPaused */
                repairPaused?: (starling.v1.RepairPaused.$Properties|null);

                /** ClientResponse leaving */
                leaving?: (starling.v1.Leaving.$Properties|null);

                /** ClientResponse authenticated */
                authenticated?: (starling.v1.Authenticated.$Properties|null);

                /** ClientResponse error */
                error?: (starling.v1.Error.$Properties|null);

                /** ClientResponse result */
                result?: ("write"|"read"|"writeMany"|"readMany"|"scan"|"topology"|"status"|"location"|"memberRemoved"|"explanation"|"repairProgress"|"repairPaused"|"leaving"|"authenticated"|"error");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ClientResponse. */
            type $Shape = {
              id?: number|null;
              write?: starling.v1.WriteResult.$Shape|null;
              read?: starling.v1.ReadResult.$Shape|null;
              writeMany?: starling.v1.WriteManyResult.$Shape|null;
              readMany?: starling.v1.ReadManyResult.$Shape|null;
              scan?: starling.v1.ScanPage.$Shape|null;
              topology?: starling.v1.Topology.$Shape|null;
              status?: starling.v1.Status.$Shape|null;
              location?: starling.v1.Location.$Shape|null;
              memberRemoved?: starling.v1.MemberRemoved.$Shape|null;
              explanation?: starling.v1.Explanation.$Shape|null;
              repairProgress?: starling.v1.RepairProgress.$Shape|null;
              repairPaused?: starling.v1.RepairPaused.$Shape|null;
              leaving?: starling.v1.Leaving.$Shape|null;
              authenticated?: starling.v1.Authenticated.$Shape|null;
              error?: starling.v1.Error.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ result?: undefined; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "write"; write: starling.v1.WriteResult.$Shape; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "read"; write?: null; read: starling.v1.ReadResult.$Shape; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "writeMany"; write?: null; read?: null; writeMany: starling.v1.WriteManyResult.$Shape; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "readMany"; write?: null; read?: null; writeMany?: null; readMany: starling.v1.ReadManyResult.$Shape; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "scan"; write?: null; read?: null; writeMany?: null; readMany?: null; scan: starling.v1.ScanPage.$Shape; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "topology"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology: starling.v1.Topology.$Shape; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "status"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status: starling.v1.Status.$Shape; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "location"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location: starling.v1.Location.$Shape; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "memberRemoved"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved: starling.v1.MemberRemoved.$Shape; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "explanation"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation: starling.v1.Explanation.$Shape; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "repairProgress"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress: starling.v1.RepairProgress.$Shape; repairPaused?: null; leaving?: null; authenticated?: null; error?: null }|{ result?: "repairPaused"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused: starling.v1.RepairPaused.$Shape; leaving?: null; authenticated?: null; error?: null }|{ result?: "leaving"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving: starling.v1.Leaving.$Shape; authenticated?: null; error?: null }|{ result?: "authenticated"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated: starling.v1.Authenticated.$Shape; error?: null }|{ result?: "error"; write?: null; read?: null; writeMany?: null; readMany?: null; scan?: null; topology?: null; status?: null; location?: null; memberRemoved?: null; explanation?: null; repairProgress?: null; repairPaused?: null; leaving?: null; authenticated?: null; error: starling.v1.Error.$Shape })
            );
        }

        /**
         * Properties of an Authenticated.
         * @deprecated Use starling.v1.Authenticated.$Properties instead.
         */
        interface IAuthenticated extends starling.v1.Authenticated.$Properties {
        }

        /** Represents an Authenticated. */
        class Authenticated {

            /**
             * Constructs a new Authenticated.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Authenticated.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Authenticated role. */
            role: string;

            /**
             * Creates a new Authenticated instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Authenticated instance
             */
            static create(properties: starling.v1.Authenticated.$Shape): starling.v1.Authenticated & starling.v1.Authenticated.$Shape;
            static create(properties?: starling.v1.Authenticated.$Properties): starling.v1.Authenticated;

            /**
             * Encodes the specified Authenticated message. Does not implicitly {@link starling.v1.Authenticated.verify|verify} messages.
             * @param message Authenticated message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Authenticated.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Authenticated message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Authenticated & starling.v1.Authenticated.$Shape} Authenticated
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Authenticated & starling.v1.Authenticated.$Shape;
        }

        namespace Authenticated {

            /** Properties of an Authenticated. */
            interface $Properties {

                /** Authenticated role */
                role?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Authenticated. */
            type $Shape = starling.v1.Authenticated.$Properties;
        }

        /**
         * Properties of a MemberRemoved.
         * @deprecated Use starling.v1.MemberRemoved.$Properties instead.
         */
        interface IMemberRemoved extends starling.v1.MemberRemoved.$Properties {
        }

        /** Represents a MemberRemoved. */
        class MemberRemoved {

            /**
             * Constructs a new MemberRemoved.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.MemberRemoved.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new MemberRemoved instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MemberRemoved instance
             */
            static create(properties: starling.v1.MemberRemoved.$Shape): starling.v1.MemberRemoved & starling.v1.MemberRemoved.$Shape;
            static create(properties?: starling.v1.MemberRemoved.$Properties): starling.v1.MemberRemoved;

            /**
             * Encodes the specified MemberRemoved message. Does not implicitly {@link starling.v1.MemberRemoved.verify|verify} messages.
             * @param message MemberRemoved message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.MemberRemoved.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MemberRemoved message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.MemberRemoved & starling.v1.MemberRemoved.$Shape} MemberRemoved
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.MemberRemoved & starling.v1.MemberRemoved.$Shape;
        }

        namespace MemberRemoved {

            /** Properties of a MemberRemoved. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MemberRemoved. */
            type $Shape = starling.v1.MemberRemoved.$Properties;
        }

        /**
         * Properties of a Leaving.
         * @deprecated Use starling.v1.Leaving.$Properties instead.
         */
        interface ILeaving extends starling.v1.Leaving.$Properties {
        }

        /** Represents a Leaving. */
        class Leaving {

            /**
             * Constructs a new Leaving.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Leaving.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new Leaving instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Leaving instance
             */
            static create(properties: starling.v1.Leaving.$Shape): starling.v1.Leaving & starling.v1.Leaving.$Shape;
            static create(properties?: starling.v1.Leaving.$Properties): starling.v1.Leaving;

            /**
             * Encodes the specified Leaving message. Does not implicitly {@link starling.v1.Leaving.verify|verify} messages.
             * @param message Leaving message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Leaving.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Leaving message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Leaving & starling.v1.Leaving.$Shape} Leaving
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Leaving & starling.v1.Leaving.$Shape;
        }

        namespace Leaving {

            /** Properties of a Leaving. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Leaving. */
            type $Shape = starling.v1.Leaving.$Properties;
        }

        /**
         * Properties of a WriteResult.
         * @deprecated Use starling.v1.WriteResult.$Properties instead.
         */
        interface IWriteResult extends starling.v1.WriteResult.$Properties {
        }

        /** Represents a WriteResult. */
        class WriteResult {

            /**
             * Constructs a new WriteResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.WriteResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WriteResult version. */
            version: Uint8Array;

            /**
             * Creates a new WriteResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WriteResult instance
             */
            static create(properties: starling.v1.WriteResult.$Shape): starling.v1.WriteResult & starling.v1.WriteResult.$Shape;
            static create(properties?: starling.v1.WriteResult.$Properties): starling.v1.WriteResult;

            /**
             * Encodes the specified WriteResult message. Does not implicitly {@link starling.v1.WriteResult.verify|verify} messages.
             * @param message WriteResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.WriteResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WriteResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.WriteResult & starling.v1.WriteResult.$Shape} WriteResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.WriteResult & starling.v1.WriteResult.$Shape;
        }

        namespace WriteResult {

            /** Properties of a WriteResult. */
            interface $Properties {

                /** WriteResult version */
                version?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WriteResult. */
            type $Shape = starling.v1.WriteResult.$Properties;
        }

        /**
         * Properties of a ReadResult.
         * @deprecated Use starling.v1.ReadResult.$Properties instead.
         */
        interface IReadResult extends starling.v1.ReadResult.$Properties {
        }

        /** Represents a ReadResult. */
        class ReadResult {

            /**
             * Constructs a new ReadResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.ReadResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReadResult value. */
            value?: (string|null);

            /** ReadResult version. */
            version: Uint8Array;

            /** ReadResult expiresAtMs. */
            expiresAtMs: number;

            /**
             * Creates a new ReadResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReadResult instance
             */
            static create(properties: starling.v1.ReadResult.$Shape): starling.v1.ReadResult & starling.v1.ReadResult.$Shape;
            static create(properties?: starling.v1.ReadResult.$Properties): starling.v1.ReadResult;

            /**
             * Encodes the specified ReadResult message. Does not implicitly {@link starling.v1.ReadResult.verify|verify} messages.
             * @param message ReadResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.ReadResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReadResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.ReadResult & starling.v1.ReadResult.$Shape} ReadResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.ReadResult & starling.v1.ReadResult.$Shape;
        }

        namespace ReadResult {

            /** Properties of a ReadResult. */
            interface $Properties {

                /** ReadResult value */
                value?: (string|null);

                /** ReadResult version */
                version?: (Uint8Array|null);

                /** ReadResult expiresAtMs */
                expiresAtMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReadResult. */
            type $Shape = starling.v1.ReadResult.$Properties;
        }

        /**
         * Properties of a WriteManyResult.
         * @deprecated Use starling.v1.WriteManyResult.$Properties instead.
         */
        interface IWriteManyResult extends starling.v1.WriteManyResult.$Properties {
        }

        /** Represents a WriteManyResult. */
        class WriteManyResult {

            /**
             * Constructs a new WriteManyResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.WriteManyResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WriteManyResult items. */
            items: starling.v1.WriteManyResult.Item.$Properties[];

            /**
             * Creates a new WriteManyResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WriteManyResult instance
             */
            static create(properties: starling.v1.WriteManyResult.$Shape): starling.v1.WriteManyResult & starling.v1.WriteManyResult.$Shape;
            static create(properties?: starling.v1.WriteManyResult.$Properties): starling.v1.WriteManyResult;

            /**
             * Encodes the specified WriteManyResult message. Does not implicitly {@link starling.v1.WriteManyResult.verify|verify} messages.
             * @param message WriteManyResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.WriteManyResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WriteManyResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.WriteManyResult & starling.v1.WriteManyResult.$Shape} WriteManyResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.WriteManyResult & starling.v1.WriteManyResult.$Shape;
        }

        namespace WriteManyResult {

            /** Properties of a WriteManyResult. */
            interface $Properties {

                /** WriteManyResult items */
                items?: (starling.v1.WriteManyResult.Item.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WriteManyResult. */
            type $Shape = {
              items?: starling.v1.WriteManyResult.Item.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };

            /**
             * Properties of an Item.
             * @deprecated Use starling.v1.WriteManyResult.Item.$Properties instead.
             */
            interface IItem extends starling.v1.WriteManyResult.Item.$Properties {
            }

            /** Represents an Item. */
            class Item {

                /**
                 * Constructs a new Item.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: starling.v1.WriteManyResult.Item.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Item write. */
                write?: (starling.v1.WriteResult.$Properties|null);

                /** Item error. */
                error?: (starling.v1.Error.$Properties|null);

                /** Item result. */
                result?: ("write"|"error");

                /**
                 * Creates a new Item instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Item instance
                 */
                static create(properties: starling.v1.WriteManyResult.Item.$Shape): starling.v1.WriteManyResult.Item & starling.v1.WriteManyResult.Item.$Shape;
                static create(properties?: starling.v1.WriteManyResult.Item.$Properties): starling.v1.WriteManyResult.Item;

                /**
                 * Encodes the specified Item message. Does not implicitly {@link starling.v1.WriteManyResult.Item.verify|verify} messages.
                 * @param message Item message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: starling.v1.WriteManyResult.Item.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Item message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {starling.v1.WriteManyResult.Item & starling.v1.WriteManyResult.Item.$Shape} Item
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.WriteManyResult.Item & starling.v1.WriteManyResult.Item.$Shape;
            }

            namespace Item {

                /** Properties of an Item. */
                interface $Properties {

                    /** Item write */
                    write?: (starling.v1.WriteResult.$Properties|null);

                    /** Item error */
                    error?: (starling.v1.Error.$Properties|null);

                    /** Item result */
                    result?: ("write"|"error");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of an Item. */
                type $Shape = {
                  write?: starling.v1.WriteResult.$Shape|null;
                  error?: starling.v1.Error.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ result?: undefined; write?: null; error?: null }|{ result?: "write"; write: starling.v1.WriteResult.$Shape; error?: null }|{ result?: "error"; write?: null; error: starling.v1.Error.$Shape })
                );
            }
        }

        /**
         * Properties of a ReadManyResult.
         * @deprecated Use starling.v1.ReadManyResult.$Properties instead.
         */
        interface IReadManyResult extends starling.v1.ReadManyResult.$Properties {
        }

        /** Represents a ReadManyResult. */
        class ReadManyResult {

            /**
             * Constructs a new ReadManyResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.ReadManyResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReadManyResult items. */
            items: starling.v1.ReadManyResult.Item.$Properties[];

            /**
             * Creates a new ReadManyResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReadManyResult instance
             */
            static create(properties: starling.v1.ReadManyResult.$Shape): starling.v1.ReadManyResult & starling.v1.ReadManyResult.$Shape;
            static create(properties?: starling.v1.ReadManyResult.$Properties): starling.v1.ReadManyResult;

            /**
             * Encodes the specified ReadManyResult message. Does not implicitly {@link starling.v1.ReadManyResult.verify|verify} messages.
             * @param message ReadManyResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.ReadManyResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReadManyResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.ReadManyResult & starling.v1.ReadManyResult.$Shape} ReadManyResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.ReadManyResult & starling.v1.ReadManyResult.$Shape;
        }

        namespace ReadManyResult {

            /** Properties of a ReadManyResult. */
            interface $Properties {

                /** ReadManyResult items */
                items?: (starling.v1.ReadManyResult.Item.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReadManyResult. */
            type $Shape = {
              items?: starling.v1.ReadManyResult.Item.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };

            /**
             * Properties of an Item.
             * @deprecated Use starling.v1.ReadManyResult.Item.$Properties instead.
             */
            interface IItem extends starling.v1.ReadManyResult.Item.$Properties {
            }

            /** Represents an Item. */
            class Item {

                /**
                 * Constructs a new Item.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: starling.v1.ReadManyResult.Item.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Item read. */
                read?: (starling.v1.ReadResult.$Properties|null);

                /** Item error. */
                error?: (starling.v1.Error.$Properties|null);

                /** Item result. */
                result?: ("read"|"error");

                /**
                 * Creates a new Item instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Item instance
                 */
                static create(properties: starling.v1.ReadManyResult.Item.$Shape): starling.v1.ReadManyResult.Item & starling.v1.ReadManyResult.Item.$Shape;
                static create(properties?: starling.v1.ReadManyResult.Item.$Properties): starling.v1.ReadManyResult.Item;

                /**
                 * Encodes the specified Item message. Does not implicitly {@link starling.v1.ReadManyResult.Item.verify|verify} messages.
                 * @param message Item message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: starling.v1.ReadManyResult.Item.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Item message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {starling.v1.ReadManyResult.Item & starling.v1.ReadManyResult.Item.$Shape} Item
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.ReadManyResult.Item & starling.v1.ReadManyResult.Item.$Shape;
            }

            namespace Item {

                /** Properties of an Item. */
                interface $Properties {

                    /** Item read */
                    read?: (starling.v1.ReadResult.$Properties|null);

                    /** Item error */
                    error?: (starling.v1.Error.$Properties|null);

                    /** Item result */
                    result?: ("read"|"error");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of an Item. */
                type $Shape = {
                  read?: starling.v1.ReadResult.$Shape|null;
                  error?: starling.v1.Error.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ result?: undefined; read?: null; error?: null }|{ result?: "read"; read: starling.v1.ReadResult.$Shape; error?: null }|{ result?: "error"; read?: null; error: starling.v1.Error.$Shape })
                );
            }
        }

        /**
         * Properties of a ScanPage.
         * @deprecated Use starling.v1.ScanPage.$Properties instead.
         */
        interface IScanPage extends starling.v1.ScanPage.$Properties {
        }

        /** Represents a ScanPage. */
        class ScanPage {

            /**
             * Constructs a new ScanPage.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.ScanPage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ScanPage items. */
            items: starling.v1.ScanPage.Item.$Properties[];

            /** ScanPage next. */
            next: Uint8Array;

            /**
             * Creates a new ScanPage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ScanPage instance
             */
            static create(properties: starling.v1.ScanPage.$Shape): starling.v1.ScanPage & starling.v1.ScanPage.$Shape;
            static create(properties?: starling.v1.ScanPage.$Properties): starling.v1.ScanPage;

            /**
             * Encodes the specified ScanPage message. Does not implicitly {@link starling.v1.ScanPage.verify|verify} messages.
             * @param message ScanPage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.ScanPage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ScanPage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.ScanPage & starling.v1.ScanPage.$Shape} ScanPage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.ScanPage & starling.v1.ScanPage.$Shape;
        }

        namespace ScanPage {

            /** Properties of a ScanPage. */
            interface $Properties {

                /** ScanPage items */
                items?: (starling.v1.ScanPage.Item.$Properties[]|null);

                /** ScanPage next */
                next?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ScanPage. */
            type $Shape = starling.v1.ScanPage.$Properties;

            /**
             * Properties of an Item.
             * @deprecated Use starling.v1.ScanPage.Item.$Properties instead.
             */
            interface IItem extends starling.v1.ScanPage.Item.$Properties {
            }

            /** Represents an Item. */
            class Item {

                /**
                 * Constructs a new Item.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: starling.v1.ScanPage.Item.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Item key. */
                key: string;

                /** Item value. */
                value: string;

                /** Item version. */
                version: Uint8Array;

                /** Item expiresAtMs. */
                expiresAtMs: number;

                /**
                 * Creates a new Item instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Item instance
                 */
                static create(properties: starling.v1.ScanPage.Item.$Shape): starling.v1.ScanPage.Item & starling.v1.ScanPage.Item.$Shape;
                static create(properties?: starling.v1.ScanPage.Item.$Properties): starling.v1.ScanPage.Item;

                /**
                 * Encodes the specified Item message. Does not implicitly {@link starling.v1.ScanPage.Item.verify|verify} messages.
                 * @param message Item message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: starling.v1.ScanPage.Item.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Item message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {starling.v1.ScanPage.Item & starling.v1.ScanPage.Item.$Shape} Item
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.ScanPage.Item & starling.v1.ScanPage.Item.$Shape;
            }

            namespace Item {

                /** Properties of an Item. */
                interface $Properties {

                    /** Item key */
                    key?: (string|null);

                    /** Item value */
                    value?: (string|null);

                    /** Item version */
                    version?: (Uint8Array|null);

                    /** Item expiresAtMs */
                    expiresAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Item. */
                type $Shape = starling.v1.ScanPage.Item.$Properties;
            }
        }

        /**
         * Properties of a Topology.
         * @deprecated Use starling.v1.Topology.$Properties instead.
         */
        interface ITopology extends starling.v1.Topology.$Properties {
        }

        /** Represents a Topology. */
        class Topology {

            /**
             * Constructs a new Topology.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Topology.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Topology cluster. */
            cluster: string;

            /** Topology ringId. */
            ringId: string;

            /** Topology partitions. */
            partitions: number;

            /** Topology replicas. */
            replicas: number;

            /** Topology width. */
            width: number;

            /** Topology members. */
            members: starling.v1.TopologyMember.$Properties[];

            /** Topology owners. */
            owners: number[];

            /**
             * Creates a new Topology instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Topology instance
             */
            static create(properties: starling.v1.Topology.$Shape): starling.v1.Topology & starling.v1.Topology.$Shape;
            static create(properties?: starling.v1.Topology.$Properties): starling.v1.Topology;

            /**
             * Encodes the specified Topology message. Does not implicitly {@link starling.v1.Topology.verify|verify} messages.
             * @param message Topology message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Topology.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Topology message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Topology & starling.v1.Topology.$Shape} Topology
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Topology & starling.v1.Topology.$Shape;
        }

        namespace Topology {

            /** Properties of a Topology. */
            interface $Properties {

                /** Topology cluster */
                cluster?: (string|null);

                /** Topology ringId */
                ringId?: (string|null);

                /** Topology partitions */
                partitions?: (number|null);

                /** Topology replicas */
                replicas?: (number|null);

                /** Topology width */
                width?: (number|null);

                /** Topology members */
                members?: (starling.v1.TopologyMember.$Properties[]|null);

                /** Topology owners */
                owners?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Topology. */
            type $Shape = starling.v1.Topology.$Properties;
        }

        /**
         * Properties of a TopologyMember.
         * @deprecated Use starling.v1.TopologyMember.$Properties instead.
         */
        interface ITopologyMember extends starling.v1.TopologyMember.$Properties {
        }

        /** Represents a TopologyMember. */
        class TopologyMember {

            /**
             * Constructs a new TopologyMember.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.TopologyMember.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TopologyMember peer. */
            peer: string;

            /** TopologyMember clientAddress. */
            clientAddress: string;

            /** TopologyMember liveness. */
            liveness: string;

            /** TopologyMember intent. */
            intent: string;

            /** TopologyMember zone. */
            zone: string;

            /** TopologyMember weight. */
            weight: number;

            /** TopologyMember addresses. */
            addresses: string[];

            /** TopologyMember incarnation. */
            incarnation: number;

            /** TopologyMember ownedPartitions. */
            ownedPartitions: number;

            /** TopologyMember completePartitions. */
            completePartitions: number;

            /** TopologyMember livenessSinceMs. */
            livenessSinceMs: number;

            /** TopologyMember accusers. */
            accusers: string[];

            /** TopologyMember roundTripMs. */
            roundTripMs?: (number|null);

            /** TopologyMember seat. */
            seat: string;

            /**
             * Creates a new TopologyMember instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TopologyMember instance
             */
            static create(properties: starling.v1.TopologyMember.$Shape): starling.v1.TopologyMember & starling.v1.TopologyMember.$Shape;
            static create(properties?: starling.v1.TopologyMember.$Properties): starling.v1.TopologyMember;

            /**
             * Encodes the specified TopologyMember message. Does not implicitly {@link starling.v1.TopologyMember.verify|verify} messages.
             * @param message TopologyMember message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.TopologyMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TopologyMember message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.TopologyMember & starling.v1.TopologyMember.$Shape} TopologyMember
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.TopologyMember & starling.v1.TopologyMember.$Shape;
        }

        namespace TopologyMember {

            /** Properties of a TopologyMember. */
            interface $Properties {

                /** TopologyMember peer */
                peer?: (string|null);

                /** TopologyMember clientAddress */
                clientAddress?: (string|null);

                /** TopologyMember liveness */
                liveness?: (string|null);

                /** TopologyMember intent */
                intent?: (string|null);

                /** TopologyMember zone */
                zone?: (string|null);

                /** TopologyMember weight */
                weight?: (number|null);

                /** TopologyMember addresses */
                addresses?: (string[]|null);

                /** TopologyMember incarnation */
                incarnation?: (number|null);

                /** TopologyMember ownedPartitions */
                ownedPartitions?: (number|null);

                /** TopologyMember completePartitions */
                completePartitions?: (number|null);

                /** TopologyMember livenessSinceMs */
                livenessSinceMs?: (number|null);

                /** TopologyMember accusers */
                accusers?: (string[]|null);

                /** TopologyMember roundTripMs */
                roundTripMs?: (number|null);

                /** TopologyMember seat */
                seat?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TopologyMember. */
            type $Shape = starling.v1.TopologyMember.$Properties;
        }

        /**
         * Properties of a Status.
         * @deprecated Use starling.v1.Status.$Properties instead.
         */
        interface IStatus extends starling.v1.Status.$Properties {
        }

        /** Represents a Status. */
        class Status {

            /**
             * Constructs a new Status.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Status.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Status peer. */
            peer: string;

            /** Status cluster. */
            cluster: string;

            /** Status clusterId. */
            clusterId: string;

            /** Status version. */
            version: string;

            /** Status uptimeMs. */
            uptimeMs: number;

            /** Status writeQuorum. */
            writeQuorum: number;

            /** Status readQuorum. */
            readQuorum: number;

            /** Status storage. */
            storage?: (starling.v1.StorageStatus.$Properties|null);

            /** Status counters. */
            counters: { [k: string]: number };

            /** Status warnings. */
            warnings: string[];

            /** Status dataDirectory. */
            dataDirectory: string;

            /** Status healthMultiplier. */
            healthMultiplier: number;

            /** Status membershipNews. */
            membershipNews: number;

            /** Status membershipCounts. */
            membershipCounts: { [k: string]: number };

            /** Status custody. */
            custody?: (starling.v1.CustodyStatus.$Properties|null);

            /**
             * Creates a new Status instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Status instance
             */
            static create(properties: starling.v1.Status.$Shape): starling.v1.Status & starling.v1.Status.$Shape;
            static create(properties?: starling.v1.Status.$Properties): starling.v1.Status;

            /**
             * Encodes the specified Status message. Does not implicitly {@link starling.v1.Status.verify|verify} messages.
             * @param message Status message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Status.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Status message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Status & starling.v1.Status.$Shape} Status
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Status & starling.v1.Status.$Shape;
        }

        namespace Status {

            /** Properties of a Status. */
            interface $Properties {

                /** Status peer */
                peer?: (string|null);

                /** Status cluster */
                cluster?: (string|null);

                /** Status clusterId */
                clusterId?: (string|null);

                /** Status version */
                version?: (string|null);

                /** Status uptimeMs */
                uptimeMs?: (number|null);

                /** Status writeQuorum */
                writeQuorum?: (number|null);

                /** Status readQuorum */
                readQuorum?: (number|null);

                /** Status storage */
                storage?: (starling.v1.StorageStatus.$Properties|null);

                /** Status counters */
                counters?: ({ [k: string]: number }|null);

                /** Status warnings */
                warnings?: (string[]|null);

                /** Status dataDirectory */
                dataDirectory?: (string|null);

                /** Status healthMultiplier */
                healthMultiplier?: (number|null);

                /** Status membershipNews */
                membershipNews?: (number|null);

                /** Status membershipCounts */
                membershipCounts?: ({ [k: string]: number }|null);

                /** Status custody */
                custody?: (starling.v1.CustodyStatus.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Status. */
            type $Shape = starling.v1.Status.$Properties;
        }

        /**
         * Properties of a CustodyStatus.
         * @deprecated Use starling.v1.CustodyStatus.$Properties instead.
         */
        interface ICustodyStatus extends starling.v1.CustodyStatus.$Properties {
        }

        /** Represents a CustodyStatus. */
        class CustodyStatus {

            /**
             * Constructs a new CustodyStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.CustodyStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CustodyStatus owned. */
            owned: number;

            /** CustodyStatus complete. */
            complete: number;

            /** CustodyStatus copiedRecords. */
            copiedRecords: number;

            /** CustodyStatus copiedBytes. */
            copiedBytes: number;

            /** CustodyStatus changing. */
            changing: string[];

            /** CustodyStatus waiting. */
            waiting: string[];

            /**
             * Creates a new CustodyStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CustodyStatus instance
             */
            static create(properties: starling.v1.CustodyStatus.$Shape): starling.v1.CustodyStatus & starling.v1.CustodyStatus.$Shape;
            static create(properties?: starling.v1.CustodyStatus.$Properties): starling.v1.CustodyStatus;

            /**
             * Encodes the specified CustodyStatus message. Does not implicitly {@link starling.v1.CustodyStatus.verify|verify} messages.
             * @param message CustodyStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.CustodyStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CustodyStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.CustodyStatus & starling.v1.CustodyStatus.$Shape} CustodyStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.CustodyStatus & starling.v1.CustodyStatus.$Shape;
        }

        namespace CustodyStatus {

            /** Properties of a CustodyStatus. */
            interface $Properties {

                /** CustodyStatus owned */
                owned?: (number|null);

                /** CustodyStatus complete */
                complete?: (number|null);

                /** CustodyStatus copiedRecords */
                copiedRecords?: (number|null);

                /** CustodyStatus copiedBytes */
                copiedBytes?: (number|null);

                /** CustodyStatus changing */
                changing?: (string[]|null);

                /** CustodyStatus waiting */
                waiting?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CustodyStatus. */
            type $Shape = starling.v1.CustodyStatus.$Properties;
        }

        /**
         * Properties of a StorageStatus.
         * @deprecated Use starling.v1.StorageStatus.$Properties instead.
         */
        interface IStorageStatus extends starling.v1.StorageStatus.$Properties {
        }

        /** Represents a StorageStatus. */
        class StorageStatus {

            /**
             * Constructs a new StorageStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.StorageStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StorageStatus records. */
            records: number;

            /** StorageStatus tombstones. */
            tombstones: number;

            /** StorageStatus diskBytes. */
            diskBytes: number;

            /** StorageStatus liveBytes. */
            liveBytes: number;

            /** StorageStatus indexBytes. */
            indexBytes: number;

            /** StorageStatus segments. */
            segments: number;

            /** StorageStatus pendingBytes. */
            pendingBytes: number;

            /** StorageStatus poisoned. */
            poisoned: boolean;

            /**
             * Creates a new StorageStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StorageStatus instance
             */
            static create(properties: starling.v1.StorageStatus.$Shape): starling.v1.StorageStatus & starling.v1.StorageStatus.$Shape;
            static create(properties?: starling.v1.StorageStatus.$Properties): starling.v1.StorageStatus;

            /**
             * Encodes the specified StorageStatus message. Does not implicitly {@link starling.v1.StorageStatus.verify|verify} messages.
             * @param message StorageStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.StorageStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StorageStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.StorageStatus & starling.v1.StorageStatus.$Shape} StorageStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.StorageStatus & starling.v1.StorageStatus.$Shape;
        }

        namespace StorageStatus {

            /** Properties of a StorageStatus. */
            interface $Properties {

                /** StorageStatus records */
                records?: (number|null);

                /** StorageStatus tombstones */
                tombstones?: (number|null);

                /** StorageStatus diskBytes */
                diskBytes?: (number|null);

                /** StorageStatus liveBytes */
                liveBytes?: (number|null);

                /** StorageStatus indexBytes */
                indexBytes?: (number|null);

                /** StorageStatus segments */
                segments?: (number|null);

                /** StorageStatus pendingBytes */
                pendingBytes?: (number|null);

                /** StorageStatus poisoned */
                poisoned?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StorageStatus. */
            type $Shape = starling.v1.StorageStatus.$Properties;
        }

        /**
         * Properties of a Location.
         * @deprecated Use starling.v1.Location.$Properties instead.
         */
        interface ILocation extends starling.v1.Location.$Properties {
        }

        /** Represents a Location. */
        class Location {

            /**
             * Constructs a new Location.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Location.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Location partition. */
            partition: number;

            /** Location token. */
            token: string;

            /** Location custodians. */
            custodians: string[];

            /** Location pending. */
            pending: string[];

            /**
             * Creates a new Location instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Location instance
             */
            static create(properties: starling.v1.Location.$Shape): starling.v1.Location & starling.v1.Location.$Shape;
            static create(properties?: starling.v1.Location.$Properties): starling.v1.Location;

            /**
             * Encodes the specified Location message. Does not implicitly {@link starling.v1.Location.verify|verify} messages.
             * @param message Location message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Location.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Location message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Location & starling.v1.Location.$Shape} Location
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Location & starling.v1.Location.$Shape;
        }

        namespace Location {

            /** Properties of a Location. */
            interface $Properties {

                /** Location partition */
                partition?: (number|null);

                /** Location token */
                token?: (string|null);

                /** Location custodians */
                custodians?: (string[]|null);

                /** Location pending */
                pending?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Location. */
            type $Shape = starling.v1.Location.$Properties;
        }

        /**
         * Properties of an Explanation.
         * @deprecated Use starling.v1.Explanation.$Properties instead.
         */
        interface IExplanation extends starling.v1.Explanation.$Properties {
        }

        /** Represents an Explanation. */
        class Explanation {

            /**
             * Constructs a new Explanation.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Explanation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Explanation peer. */
            peer: string;

            /** Explanation partition. */
            partition: number;

            /** Explanation token. */
            token: string;

            /** Explanation custodians. */
            custodians: string[];

            /** Explanation pending. */
            pending: string[];

            /** Explanation holding. */
            holding: string;

            /** Explanation record. */
            record?: (starling.v1.Explanation.RecordState.$Properties|null);

            /** Explanation hints. */
            hints: starling.v1.Explanation.KeptHint.$Properties[];

            /** Explanation unreadHints. */
            unreadHints: string[];

            /** Explanation floorMs. */
            floorMs: number;

            /** Explanation clusterTimeMs. */
            clusterTimeMs: number;

            /**
             * Creates a new Explanation instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Explanation instance
             */
            static create(properties: starling.v1.Explanation.$Shape): starling.v1.Explanation & starling.v1.Explanation.$Shape;
            static create(properties?: starling.v1.Explanation.$Properties): starling.v1.Explanation;

            /**
             * Encodes the specified Explanation message. Does not implicitly {@link starling.v1.Explanation.verify|verify} messages.
             * @param message Explanation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Explanation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Explanation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Explanation & starling.v1.Explanation.$Shape} Explanation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Explanation & starling.v1.Explanation.$Shape;
        }

        namespace Explanation {

            /** Properties of an Explanation. */
            interface $Properties {

                /** Explanation peer */
                peer?: (string|null);

                /** Explanation partition */
                partition?: (number|null);

                /** Explanation token */
                token?: (string|null);

                /** Explanation custodians */
                custodians?: (string[]|null);

                /** Explanation pending */
                pending?: (string[]|null);

                /** Explanation holding */
                holding?: (string|null);

                /** Explanation record */
                record?: (starling.v1.Explanation.RecordState.$Properties|null);

                /** Explanation hints */
                hints?: (starling.v1.Explanation.KeptHint.$Properties[]|null);

                /** Explanation unreadHints */
                unreadHints?: (string[]|null);

                /** Explanation floorMs */
                floorMs?: (number|null);

                /** Explanation clusterTimeMs */
                clusterTimeMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Explanation. */
            type $Shape = starling.v1.Explanation.$Properties;

            /**
             * Properties of a RecordState.
             * @deprecated Use starling.v1.Explanation.RecordState.$Properties instead.
             */
            interface IRecordState extends starling.v1.Explanation.RecordState.$Properties {
            }

            /** Represents a RecordState. */
            class RecordState {

                /**
                 * Constructs a new RecordState.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: starling.v1.Explanation.RecordState.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RecordState version. */
                version: Uint8Array;

                /** RecordState deleted. */
                deleted: boolean;

                /** RecordState valueBytes. */
                valueBytes: number;

                /** RecordState expiresAtMs. */
                expiresAtMs: number;

                /**
                 * Creates a new RecordState instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RecordState instance
                 */
                static create(properties: starling.v1.Explanation.RecordState.$Shape): starling.v1.Explanation.RecordState & starling.v1.Explanation.RecordState.$Shape;
                static create(properties?: starling.v1.Explanation.RecordState.$Properties): starling.v1.Explanation.RecordState;

                /**
                 * Encodes the specified RecordState message. Does not implicitly {@link starling.v1.Explanation.RecordState.verify|verify} messages.
                 * @param message RecordState message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: starling.v1.Explanation.RecordState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RecordState message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {starling.v1.Explanation.RecordState & starling.v1.Explanation.RecordState.$Shape} RecordState
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Explanation.RecordState & starling.v1.Explanation.RecordState.$Shape;
            }

            namespace RecordState {

                /** Properties of a RecordState. */
                interface $Properties {

                    /** RecordState version */
                    version?: (Uint8Array|null);

                    /** RecordState deleted */
                    deleted?: (boolean|null);

                    /** RecordState valueBytes */
                    valueBytes?: (number|null);

                    /** RecordState expiresAtMs */
                    expiresAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RecordState. */
                type $Shape = starling.v1.Explanation.RecordState.$Properties;
            }

            /**
             * Properties of a KeptHint.
             * @deprecated Use starling.v1.Explanation.KeptHint.$Properties instead.
             */
            interface IKeptHint extends starling.v1.Explanation.KeptHint.$Properties {
            }

            /** Represents a KeptHint. */
            class KeptHint {

                /**
                 * Constructs a new KeptHint.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: starling.v1.Explanation.KeptHint.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** KeptHint peer. */
                peer: string;

                /** KeptHint version. */
                version: Uint8Array;

                /**
                 * Creates a new KeptHint instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns KeptHint instance
                 */
                static create(properties: starling.v1.Explanation.KeptHint.$Shape): starling.v1.Explanation.KeptHint & starling.v1.Explanation.KeptHint.$Shape;
                static create(properties?: starling.v1.Explanation.KeptHint.$Properties): starling.v1.Explanation.KeptHint;

                /**
                 * Encodes the specified KeptHint message. Does not implicitly {@link starling.v1.Explanation.KeptHint.verify|verify} messages.
                 * @param message KeptHint message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: starling.v1.Explanation.KeptHint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a KeptHint message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {starling.v1.Explanation.KeptHint & starling.v1.Explanation.KeptHint.$Shape} KeptHint
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Explanation.KeptHint & starling.v1.Explanation.KeptHint.$Shape;
            }

            namespace KeptHint {

                /** Properties of a KeptHint. */
                interface $Properties {

                    /** KeptHint peer */
                    peer?: (string|null);

                    /** KeptHint version */
                    version?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a KeptHint. */
                type $Shape = starling.v1.Explanation.KeptHint.$Properties;
            }
        }

        /**
         * Properties of a RepairPaused.
         * @deprecated Use starling.v1.RepairPaused.$Properties instead.
         */
        interface IRepairPaused extends starling.v1.RepairPaused.$Properties {
        }

        /** Represents a RepairPaused. */
        class RepairPaused {

            /**
             * Constructs a new RepairPaused.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.RepairPaused.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new RepairPaused instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RepairPaused instance
             */
            static create(properties: starling.v1.RepairPaused.$Shape): starling.v1.RepairPaused & starling.v1.RepairPaused.$Shape;
            static create(properties?: starling.v1.RepairPaused.$Properties): starling.v1.RepairPaused;

            /**
             * Encodes the specified RepairPaused message. Does not implicitly {@link starling.v1.RepairPaused.verify|verify} messages.
             * @param message RepairPaused message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.RepairPaused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RepairPaused message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.RepairPaused & starling.v1.RepairPaused.$Shape} RepairPaused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.RepairPaused & starling.v1.RepairPaused.$Shape;
        }

        namespace RepairPaused {

            /** Properties of a RepairPaused. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RepairPaused. */
            type $Shape = starling.v1.RepairPaused.$Properties;
        }

        /**
         * Properties of a RepairProgress.
         * @deprecated Use starling.v1.RepairProgress.$Properties instead.
         */
        interface IRepairProgress extends starling.v1.RepairProgress.$Properties {
        }

        /** Represents a RepairProgress. */
        class RepairProgress {

            /**
             * Constructs a new RepairProgress.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.RepairProgress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RepairProgress done. */
            done: boolean;

            /** RepairProgress partitions. */
            partitions: number;

            /** RepairProgress differing. */
            differing: number;

            /** RepairProgress notCompared. */
            notCompared: number;

            /** RepairProgress given. */
            given: number;

            /** RepairProgress taken. */
            taken: number;

            /** RepairProgress recordBytes. */
            recordBytes: number;

            /** RepairProgress failure. */
            failure?: (starling.v1.Error.$Properties|null);

            /**
             * Creates a new RepairProgress instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RepairProgress instance
             */
            static create(properties: starling.v1.RepairProgress.$Shape): starling.v1.RepairProgress & starling.v1.RepairProgress.$Shape;
            static create(properties?: starling.v1.RepairProgress.$Properties): starling.v1.RepairProgress;

            /**
             * Encodes the specified RepairProgress message. Does not implicitly {@link starling.v1.RepairProgress.verify|verify} messages.
             * @param message RepairProgress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.RepairProgress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RepairProgress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.RepairProgress & starling.v1.RepairProgress.$Shape} RepairProgress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.RepairProgress & starling.v1.RepairProgress.$Shape;
        }

        namespace RepairProgress {

            /** Properties of a RepairProgress. */
            interface $Properties {

                /** RepairProgress done */
                done?: (boolean|null);

                /** RepairProgress partitions */
                partitions?: (number|null);

                /** RepairProgress differing */
                differing?: (number|null);

                /** RepairProgress notCompared */
                notCompared?: (number|null);

                /** RepairProgress given */
                given?: (number|null);

                /** RepairProgress taken */
                taken?: (number|null);

                /** RepairProgress recordBytes */
                recordBytes?: (number|null);

                /** RepairProgress failure */
                failure?: (starling.v1.Error.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RepairProgress. */
            type $Shape = starling.v1.RepairProgress.$Properties;
        }

        /** Consistency enum. */
        enum Consistency {

            /** CONSISTENCY_DEFAULT value */
            CONSISTENCY_DEFAULT = 0,

            /** CONSISTENCY_ONE value */
            CONSISTENCY_ONE = 1,

            /** CONSISTENCY_QUORUM value */
            CONSISTENCY_QUORUM = 2,

            /** CONSISTENCY_ALL value */
            CONSISTENCY_ALL = 3
        }

        /** Durability enum. */
        enum Durability {

            /** DURABILITY_FSYNC value */
            DURABILITY_FSYNC = 0,

            /** DURABILITY_MEMORY value */
            DURABILITY_MEMORY = 1
        }

        /** ErrorCode enum. */
        enum ErrorCode {

            /** ERROR_CODE_UNSPECIFIED value */
            ERROR_CODE_UNSPECIFIED = 0,

            /** ERROR_CODE_INVALID_ARGUMENT value */
            ERROR_CODE_INVALID_ARGUMENT = 1,

            /** ERROR_CODE_QUORUM_FAILED value */
            ERROR_CODE_QUORUM_FAILED = 2,

            /** ERROR_CODE_TIMEOUT value */
            ERROR_CODE_TIMEOUT = 3,

            /** ERROR_CODE_OVERLOADED value */
            ERROR_CODE_OVERLOADED = 4,

            /** ERROR_CODE_WRONG_OWNERS value */
            ERROR_CODE_WRONG_OWNERS = 5,

            /** ERROR_CODE_STALE value */
            ERROR_CODE_STALE = 6,

            /** ERROR_CODE_CLOCK_DRIFT value */
            ERROR_CODE_CLOCK_DRIFT = 7,

            /** ERROR_CODE_NOT_READY value */
            ERROR_CODE_NOT_READY = 8,

            /** ERROR_CODE_CORRUPTION value */
            ERROR_CODE_CORRUPTION = 9,

            /** ERROR_CODE_STORE_POISONED value */
            ERROR_CODE_STORE_POISONED = 10,

            /** ERROR_CODE_DISK_FULL value */
            ERROR_CODE_DISK_FULL = 11,

            /** ERROR_CODE_STOPPED value */
            ERROR_CODE_STOPPED = 12,

            /** ERROR_CODE_UNAVAILABLE value */
            ERROR_CODE_UNAVAILABLE = 13,

            /** ERROR_CODE_PROTOCOL value */
            ERROR_CODE_PROTOCOL = 14,

            /** ERROR_CODE_FORBIDDEN value */
            ERROR_CODE_FORBIDDEN = 15,

            /** ERROR_CODE_CONFIGURATION value */
            ERROR_CODE_CONFIGURATION = 16
        }

        /**
         * Properties of an Error.
         * @deprecated Use starling.v1.Error.$Properties instead.
         */
        interface IError extends starling.v1.Error.$Properties {
        }

        /** Represents an Error. */
        class Error {

            /**
             * Constructs a new Error.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Error.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Error code. */
            code: starling.v1.ErrorCode;

            /** Error message. */
            message: string;

            /** Error retryable. */
            retryable: boolean;

            /** Error retryAfterMs. */
            retryAfterMs: number;

            /** Error version. */
            version: Uint8Array;

            /**
             * Creates a new Error instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Error instance
             */
            static create(properties: starling.v1.Error.$Shape): starling.v1.Error & starling.v1.Error.$Shape;
            static create(properties?: starling.v1.Error.$Properties): starling.v1.Error;

            /**
             * Encodes the specified Error message. Does not implicitly {@link starling.v1.Error.verify|verify} messages.
             * @param message Error message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Error.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Error message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Error & starling.v1.Error.$Shape} Error
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Error & starling.v1.Error.$Shape;
        }

        namespace Error {

            /** Properties of an Error. */
            interface $Properties {

                /** Error code */
                code?: (starling.v1.ErrorCode|null);

                /** Error message */
                message?: (string|null);

                /** Error retryable */
                retryable?: (boolean|null);

                /** Error retryAfterMs */
                retryAfterMs?: (number|null);

                /** Error version */
                version?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Error. */
            type $Shape = starling.v1.Error.$Properties;
        }

        /**
         * Properties of a Record.
         * @deprecated Use starling.v1.Record.$Properties instead.
         */
        interface IRecord extends starling.v1.Record.$Properties {
        }

        /** Represents a Record. */
        class Record {

            /**
             * Constructs a new Record.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Record.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Record key. */
            key: string;

            /** Record version. */
            version: Uint8Array;

            /** Record value. */
            value: Uint8Array;

            /** Record tombstone. */
            tombstone: boolean;

            /** Record expiresAtMs. */
            expiresAtMs: number;

            /**
             * Creates a new Record instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Record instance
             */
            static create(properties: starling.v1.Record.$Shape): starling.v1.Record & starling.v1.Record.$Shape;
            static create(properties?: starling.v1.Record.$Properties): starling.v1.Record;

            /**
             * Encodes the specified Record message. Does not implicitly {@link starling.v1.Record.verify|verify} messages.
             * @param message Record message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Record.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Record message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Record & starling.v1.Record.$Shape} Record
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Record & starling.v1.Record.$Shape;
        }

        namespace Record {

            /** Properties of a Record. */
            interface $Properties {

                /** Record key */
                key?: (string|null);

                /** Record version */
                version?: (Uint8Array|null);

                /** Record value */
                value?: (Uint8Array|null);

                /** Record tombstone */
                tombstone?: (boolean|null);

                /** Record expiresAtMs */
                expiresAtMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Record. */
            type $Shape = starling.v1.Record.$Properties;
        }

        /**
         * Properties of a HandshakeFrame.
         * @deprecated Use starling.v1.HandshakeFrame.$Properties instead.
         */
        interface IHandshakeFrame extends starling.v1.HandshakeFrame.$Properties {
        }

        /** Represents a HandshakeFrame. */
        class HandshakeFrame {

            /**
             * Constructs a new HandshakeFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.HandshakeFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HandshakeFrame hello. */
            hello?: (starling.v1.Hello.$Properties|null);

            /** HandshakeFrame welcome. */
            welcome?: (starling.v1.Welcome.$Properties|null);

            /** HandshakeFrame proof. */
            proof?: (starling.v1.Proof.$Properties|null);

            /** HandshakeFrame refusal. */
            refusal?: (starling.v1.Refusal.$Properties|null);

            /** HandshakeFrame message. */
            message?: ("hello"|"welcome"|"proof"|"refusal");

            /**
             * Creates a new HandshakeFrame instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HandshakeFrame instance
             */
            static create(properties: starling.v1.HandshakeFrame.$Shape): starling.v1.HandshakeFrame & starling.v1.HandshakeFrame.$Shape;
            static create(properties?: starling.v1.HandshakeFrame.$Properties): starling.v1.HandshakeFrame;

            /**
             * Encodes the specified HandshakeFrame message. Does not implicitly {@link starling.v1.HandshakeFrame.verify|verify} messages.
             * @param message HandshakeFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.HandshakeFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HandshakeFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.HandshakeFrame & starling.v1.HandshakeFrame.$Shape} HandshakeFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.HandshakeFrame & starling.v1.HandshakeFrame.$Shape;
        }

        namespace HandshakeFrame {

            /** Properties of a HandshakeFrame. */
            interface $Properties {

                /** HandshakeFrame hello */
                hello?: (starling.v1.Hello.$Properties|null);

                /** HandshakeFrame welcome */
                welcome?: (starling.v1.Welcome.$Properties|null);

                /** HandshakeFrame proof */
                proof?: (starling.v1.Proof.$Properties|null);

                /** HandshakeFrame refusal */
                refusal?: (starling.v1.Refusal.$Properties|null);

                /** HandshakeFrame message */
                message?: ("hello"|"welcome"|"proof"|"refusal");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a HandshakeFrame. */
            type $Shape = {
              hello?: starling.v1.Hello.$Shape|null;
              welcome?: starling.v1.Welcome.$Shape|null;
              proof?: starling.v1.Proof.$Shape|null;
              refusal?: starling.v1.Refusal.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; hello?: null; welcome?: null; proof?: null; refusal?: null }|{ message?: "hello"; hello: starling.v1.Hello.$Shape; welcome?: null; proof?: null; refusal?: null }|{ message?: "welcome"; hello?: null; welcome: starling.v1.Welcome.$Shape; proof?: null; refusal?: null }|{ message?: "proof"; hello?: null; welcome?: null; proof: starling.v1.Proof.$Shape; refusal?: null }|{ message?: "refusal"; hello?: null; welcome?: null; proof?: null; refusal: starling.v1.Refusal.$Shape })
            );
        }

        /**
         * Properties of a Hello.
         * @deprecated Use starling.v1.Hello.$Properties instead.
         */
        interface IHello extends starling.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello protocolVersion. */
            protocolVersion: number;

            /** Hello cluster. */
            cluster: string;

            /** Hello clusterId. */
            clusterId: string;

            /** Hello replicas. */
            replicas: number;

            /** Hello partitions. */
            partitions: number;

            /** Hello nonce. */
            nonce: Uint8Array;

            /**
             * Creates a new Hello instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Hello instance
             */
            static create(properties: starling.v1.Hello.$Shape): starling.v1.Hello & starling.v1.Hello.$Shape;
            static create(properties?: starling.v1.Hello.$Properties): starling.v1.Hello;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link starling.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Hello & starling.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Hello & starling.v1.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello protocolVersion */
                protocolVersion?: (number|null);

                /** Hello cluster */
                cluster?: (string|null);

                /** Hello clusterId */
                clusterId?: (string|null);

                /** Hello replicas */
                replicas?: (number|null);

                /** Hello partitions */
                partitions?: (number|null);

                /** Hello nonce */
                nonce?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = starling.v1.Hello.$Properties;
        }

        /**
         * Properties of a Welcome.
         * @deprecated Use starling.v1.Welcome.$Properties instead.
         */
        interface IWelcome extends starling.v1.Welcome.$Properties {
        }

        /** Represents a Welcome. */
        class Welcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Welcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Welcome hello. */
            hello?: (starling.v1.Hello.$Properties|null);

            /** Welcome proofs. */
            proofs: Uint8Array[];

            /**
             * Creates a new Welcome instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Welcome instance
             */
            static create(properties: starling.v1.Welcome.$Shape): starling.v1.Welcome & starling.v1.Welcome.$Shape;
            static create(properties?: starling.v1.Welcome.$Properties): starling.v1.Welcome;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link starling.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Welcome & starling.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Welcome & starling.v1.Welcome.$Shape;
        }

        namespace Welcome {

            /** Properties of a Welcome. */
            interface $Properties {

                /** Welcome hello */
                hello?: (starling.v1.Hello.$Properties|null);

                /** Welcome proofs */
                proofs?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Welcome. */
            type $Shape = starling.v1.Welcome.$Properties;
        }

        /**
         * Properties of a Proof.
         * @deprecated Use starling.v1.Proof.$Properties instead.
         */
        interface IProof extends starling.v1.Proof.$Properties {
        }

        /** Represents a Proof. */
        class Proof {

            /**
             * Constructs a new Proof.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Proof.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Proof proof. */
            proof: Uint8Array;

            /**
             * Creates a new Proof instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Proof instance
             */
            static create(properties: starling.v1.Proof.$Shape): starling.v1.Proof & starling.v1.Proof.$Shape;
            static create(properties?: starling.v1.Proof.$Properties): starling.v1.Proof;

            /**
             * Encodes the specified Proof message. Does not implicitly {@link starling.v1.Proof.verify|verify} messages.
             * @param message Proof message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Proof.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Proof message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Proof & starling.v1.Proof.$Shape} Proof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Proof & starling.v1.Proof.$Shape;
        }

        namespace Proof {

            /** Properties of a Proof. */
            interface $Properties {

                /** Proof proof */
                proof?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Proof. */
            type $Shape = starling.v1.Proof.$Properties;
        }

        /**
         * Properties of a Refusal.
         * @deprecated Use starling.v1.Refusal.$Properties instead.
         */
        interface IRefusal extends starling.v1.Refusal.$Properties {
        }

        /** Represents a Refusal. */
        class Refusal {

            /**
             * Constructs a new Refusal.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Refusal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Refusal reason. */
            reason: string;

            /**
             * Creates a new Refusal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Refusal instance
             */
            static create(properties: starling.v1.Refusal.$Shape): starling.v1.Refusal & starling.v1.Refusal.$Shape;
            static create(properties?: starling.v1.Refusal.$Properties): starling.v1.Refusal;

            /**
             * Encodes the specified Refusal message. Does not implicitly {@link starling.v1.Refusal.verify|verify} messages.
             * @param message Refusal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Refusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Refusal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Refusal & starling.v1.Refusal.$Shape} Refusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Refusal & starling.v1.Refusal.$Shape;
        }

        namespace Refusal {

            /** Properties of a Refusal. */
            interface $Properties {

                /** Refusal reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Refusal. */
            type $Shape = starling.v1.Refusal.$Properties;
        }

        /**
         * Properties of a MembershipMessage.
         * @deprecated Use starling.v1.MembershipMessage.$Properties instead.
         */
        interface IMembershipMessage extends starling.v1.MembershipMessage.$Properties {
        }

        /** Represents a MembershipMessage. */
        class MembershipMessage {

            /**
             * Constructs a new MembershipMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.MembershipMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MembershipMessage ping. */
            ping?: (starling.v1.Ping.$Properties|null);

            /** MembershipMessage ack. */
            ack?: (starling.v1.Ack.$Properties|null);

            /** MembershipMessage pingRequest. */
            pingRequest?: (starling.v1.PingRequest.$Properties|null);

            /** MembershipMessage nack. */
            nack?: (starling.v1.Nack.$Properties|null);

            /** MembershipMessage digest. */
            digest?: (starling.v1.Digest.$Properties|null);

            /** MembershipMessage gossip. */
            gossip?: (starling.v1.Gossip.$Properties|null);

            /** MembershipMessage entries. */
            entries?: (starling.v1.Entries.$Properties|null);

            /** MembershipMessage updates. */
            updates: starling.v1.LivenessUpdate.$Properties[];

            /** MembershipMessage intents. */
            intents: starling.v1.SignedIntent.$Properties[];

            /** MembershipMessage body. */
            body?: ("ping"|"ack"|"pingRequest"|"nack"|"digest"|"gossip"|"entries");

            /**
             * Creates a new MembershipMessage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MembershipMessage instance
             */
            static create(properties: starling.v1.MembershipMessage.$Shape): starling.v1.MembershipMessage & starling.v1.MembershipMessage.$Shape;
            static create(properties?: starling.v1.MembershipMessage.$Properties): starling.v1.MembershipMessage;

            /**
             * Encodes the specified MembershipMessage message. Does not implicitly {@link starling.v1.MembershipMessage.verify|verify} messages.
             * @param message MembershipMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.MembershipMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MembershipMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.MembershipMessage & starling.v1.MembershipMessage.$Shape} MembershipMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.MembershipMessage & starling.v1.MembershipMessage.$Shape;
        }

        namespace MembershipMessage {

            /** Properties of a MembershipMessage. */
            interface $Properties {

                /** MembershipMessage ping */
                ping?: (starling.v1.Ping.$Properties|null);

                /** MembershipMessage ack */
                ack?: (starling.v1.Ack.$Properties|null);

                /** MembershipMessage pingRequest */
                pingRequest?: (starling.v1.PingRequest.$Properties|null);

                /** MembershipMessage nack */
                nack?: (starling.v1.Nack.$Properties|null);

                /** MembershipMessage digest */
                digest?: (starling.v1.Digest.$Properties|null);

                /** MembershipMessage gossip */
                gossip?: (starling.v1.Gossip.$Properties|null);

                /** MembershipMessage entries */
                entries?: (starling.v1.Entries.$Properties|null);

                /** MembershipMessage updates */
                updates?: (starling.v1.LivenessUpdate.$Properties[]|null);

                /** MembershipMessage intents */
                intents?: (starling.v1.SignedIntent.$Properties[]|null);

                /** MembershipMessage body */
                body?: ("ping"|"ack"|"pingRequest"|"nack"|"digest"|"gossip"|"entries");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a MembershipMessage. */
            type $Shape = {
              ping?: starling.v1.Ping.$Shape|null;
              ack?: starling.v1.Ack.$Shape|null;
              pingRequest?: starling.v1.PingRequest.$Shape|null;
              nack?: starling.v1.Nack.$Shape|null;
              digest?: starling.v1.Digest.$Shape|null;
              gossip?: starling.v1.Gossip.$Shape|null;
              entries?: starling.v1.Entries.$Shape|null;
              updates?: starling.v1.LivenessUpdate.$Shape[]|null;
              intents?: starling.v1.SignedIntent.$Shape[]|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; ping?: null; ack?: null; pingRequest?: null; nack?: null; digest?: null; gossip?: null; entries?: null }|{ body?: "ping"; ping: starling.v1.Ping.$Shape; ack?: null; pingRequest?: null; nack?: null; digest?: null; gossip?: null; entries?: null }|{ body?: "ack"; ping?: null; ack: starling.v1.Ack.$Shape; pingRequest?: null; nack?: null; digest?: null; gossip?: null; entries?: null }|{ body?: "pingRequest"; ping?: null; ack?: null; pingRequest: starling.v1.PingRequest.$Shape; nack?: null; digest?: null; gossip?: null; entries?: null }|{ body?: "nack"; ping?: null; ack?: null; pingRequest?: null; nack: starling.v1.Nack.$Shape; digest?: null; gossip?: null; entries?: null }|{ body?: "digest"; ping?: null; ack?: null; pingRequest?: null; nack?: null; digest: starling.v1.Digest.$Shape; gossip?: null; entries?: null }|{ body?: "gossip"; ping?: null; ack?: null; pingRequest?: null; nack?: null; digest?: null; gossip: starling.v1.Gossip.$Shape; entries?: null }|{ body?: "entries"; ping?: null; ack?: null; pingRequest?: null; nack?: null; digest?: null; gossip?: null; entries: starling.v1.Entries.$Shape })
            );
        }

        /**
         * Properties of a Ping.
         * @deprecated Use starling.v1.Ping.$Properties instead.
         */
        interface IPing extends starling.v1.Ping.$Properties {
        }

        /** Represents a Ping. */
        class Ping {

            /**
             * Constructs a new Ping.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Ping.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ping sequence. */
            sequence: number;

            /**
             * Creates a new Ping instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Ping instance
             */
            static create(properties: starling.v1.Ping.$Shape): starling.v1.Ping & starling.v1.Ping.$Shape;
            static create(properties?: starling.v1.Ping.$Properties): starling.v1.Ping;

            /**
             * Encodes the specified Ping message. Does not implicitly {@link starling.v1.Ping.verify|verify} messages.
             * @param message Ping message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Ping.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Ping message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Ping & starling.v1.Ping.$Shape} Ping
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Ping & starling.v1.Ping.$Shape;
        }

        namespace Ping {

            /** Properties of a Ping. */
            interface $Properties {

                /** Ping sequence */
                sequence?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Ping. */
            type $Shape = starling.v1.Ping.$Properties;
        }

        /**
         * Properties of an Ack.
         * @deprecated Use starling.v1.Ack.$Properties instead.
         */
        interface IAck extends starling.v1.Ack.$Properties {
        }

        /** Represents an Ack. */
        class Ack {

            /**
             * Constructs a new Ack.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Ack.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ack sequence. */
            sequence: number;

            /** Ack wallMs. */
            wallMs: number;

            /**
             * Creates a new Ack instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Ack instance
             */
            static create(properties: starling.v1.Ack.$Shape): starling.v1.Ack & starling.v1.Ack.$Shape;
            static create(properties?: starling.v1.Ack.$Properties): starling.v1.Ack;

            /**
             * Encodes the specified Ack message. Does not implicitly {@link starling.v1.Ack.verify|verify} messages.
             * @param message Ack message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Ack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Ack message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Ack & starling.v1.Ack.$Shape} Ack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Ack & starling.v1.Ack.$Shape;
        }

        namespace Ack {

            /** Properties of an Ack. */
            interface $Properties {

                /** Ack sequence */
                sequence?: (number|null);

                /** Ack wallMs */
                wallMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Ack. */
            type $Shape = starling.v1.Ack.$Properties;
        }

        /**
         * Properties of a PingRequest.
         * @deprecated Use starling.v1.PingRequest.$Properties instead.
         */
        interface IPingRequest extends starling.v1.PingRequest.$Properties {
        }

        /** Represents a PingRequest. */
        class PingRequest {

            /**
             * Constructs a new PingRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.PingRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PingRequest sequence. */
            sequence: number;

            /** PingRequest target. */
            target: string;

            /**
             * Creates a new PingRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PingRequest instance
             */
            static create(properties: starling.v1.PingRequest.$Shape): starling.v1.PingRequest & starling.v1.PingRequest.$Shape;
            static create(properties?: starling.v1.PingRequest.$Properties): starling.v1.PingRequest;

            /**
             * Encodes the specified PingRequest message. Does not implicitly {@link starling.v1.PingRequest.verify|verify} messages.
             * @param message PingRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.PingRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PingRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.PingRequest & starling.v1.PingRequest.$Shape} PingRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.PingRequest & starling.v1.PingRequest.$Shape;
        }

        namespace PingRequest {

            /** Properties of a PingRequest. */
            interface $Properties {

                /** PingRequest sequence */
                sequence?: (number|null);

                /** PingRequest target */
                target?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PingRequest. */
            type $Shape = starling.v1.PingRequest.$Properties;
        }

        /**
         * Properties of a Nack.
         * @deprecated Use starling.v1.Nack.$Properties instead.
         */
        interface INack extends starling.v1.Nack.$Properties {
        }

        /** Represents a Nack. */
        class Nack {

            /**
             * Constructs a new Nack.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Nack.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Nack sequence. */
            sequence: number;

            /**
             * Creates a new Nack instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Nack instance
             */
            static create(properties: starling.v1.Nack.$Shape): starling.v1.Nack & starling.v1.Nack.$Shape;
            static create(properties?: starling.v1.Nack.$Properties): starling.v1.Nack;

            /**
             * Encodes the specified Nack message. Does not implicitly {@link starling.v1.Nack.verify|verify} messages.
             * @param message Nack message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Nack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Nack message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Nack & starling.v1.Nack.$Shape} Nack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Nack & starling.v1.Nack.$Shape;
        }

        namespace Nack {

            /** Properties of a Nack. */
            interface $Properties {

                /** Nack sequence */
                sequence?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Nack. */
            type $Shape = starling.v1.Nack.$Properties;
        }

        /**
         * Properties of a Gossip.
         * @deprecated Use starling.v1.Gossip.$Properties instead.
         */
        interface IGossip extends starling.v1.Gossip.$Properties {
        }

        /** Represents a Gossip. */
        class Gossip {

            /**
             * Constructs a new Gossip.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Gossip.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new Gossip instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Gossip instance
             */
            static create(properties: starling.v1.Gossip.$Shape): starling.v1.Gossip & starling.v1.Gossip.$Shape;
            static create(properties?: starling.v1.Gossip.$Properties): starling.v1.Gossip;

            /**
             * Encodes the specified Gossip message. Does not implicitly {@link starling.v1.Gossip.verify|verify} messages.
             * @param message Gossip message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Gossip.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Gossip message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Gossip & starling.v1.Gossip.$Shape} Gossip
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Gossip & starling.v1.Gossip.$Shape;
        }

        namespace Gossip {

            /** Properties of a Gossip. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Gossip. */
            type $Shape = starling.v1.Gossip.$Properties;
        }

        /**
         * Properties of a Digest.
         * @deprecated Use starling.v1.Digest.$Properties instead.
         */
        interface IDigest extends starling.v1.Digest.$Properties {
        }

        /** Represents a Digest. */
        class Digest {

            /**
             * Constructs a new Digest.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Digest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Digest sums. */
            sums: number[];

            /** Digest wallMs. */
            wallMs: number;

            /**
             * Creates a new Digest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Digest instance
             */
            static create(properties: starling.v1.Digest.$Shape): starling.v1.Digest & starling.v1.Digest.$Shape;
            static create(properties?: starling.v1.Digest.$Properties): starling.v1.Digest;

            /**
             * Encodes the specified Digest message. Does not implicitly {@link starling.v1.Digest.verify|verify} messages.
             * @param message Digest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Digest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Digest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Digest & starling.v1.Digest.$Shape} Digest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Digest & starling.v1.Digest.$Shape;
        }

        namespace Digest {

            /** Properties of a Digest. */
            interface $Properties {

                /** Digest sums */
                sums?: (number[]|null);

                /** Digest wallMs */
                wallMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Digest. */
            type $Shape = starling.v1.Digest.$Properties;
        }

        /**
         * Properties of an Entries.
         * @deprecated Use starling.v1.Entries.$Properties instead.
         */
        interface IEntries extends starling.v1.Entries.$Properties {
        }

        /** Represents an Entries. */
        class Entries {

            /**
             * Constructs a new Entries.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Entries.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Entries partCount. */
            partCount: number;

            /** Entries parts. */
            parts: number[];

            /** Entries replyWanted. */
            replyWanted: boolean;

            /** Entries members. */
            members: starling.v1.LivenessUpdate.$Properties[];

            /** Entries intents. */
            intents: starling.v1.SignedIntent.$Properties[];

            /** Entries wallMs. */
            wallMs: number;

            /**
             * Creates a new Entries instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Entries instance
             */
            static create(properties: starling.v1.Entries.$Shape): starling.v1.Entries & starling.v1.Entries.$Shape;
            static create(properties?: starling.v1.Entries.$Properties): starling.v1.Entries;

            /**
             * Encodes the specified Entries message. Does not implicitly {@link starling.v1.Entries.verify|verify} messages.
             * @param message Entries message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Entries.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Entries message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Entries & starling.v1.Entries.$Shape} Entries
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Entries & starling.v1.Entries.$Shape;
        }

        namespace Entries {

            /** Properties of an Entries. */
            interface $Properties {

                /** Entries partCount */
                partCount?: (number|null);

                /** Entries parts */
                parts?: (number[]|null);

                /** Entries replyWanted */
                replyWanted?: (boolean|null);

                /** Entries members */
                members?: (starling.v1.LivenessUpdate.$Properties[]|null);

                /** Entries intents */
                intents?: (starling.v1.SignedIntent.$Properties[]|null);

                /** Entries wallMs */
                wallMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Entries. */
            type $Shape = starling.v1.Entries.$Properties;
        }

        /** Liveness enum. */
        enum Liveness {

            /** LIVENESS_UNSPECIFIED value */
            LIVENESS_UNSPECIFIED = 0,

            /** LIVENESS_ALIVE value */
            LIVENESS_ALIVE = 1,

            /** LIVENESS_SUSPECT value */
            LIVENESS_SUSPECT = 2,

            /** LIVENESS_DEAD value */
            LIVENESS_DEAD = 3
        }

        /**
         * Properties of a LivenessUpdate.
         * @deprecated Use starling.v1.LivenessUpdate.$Properties instead.
         */
        interface ILivenessUpdate extends starling.v1.LivenessUpdate.$Properties {
        }

        /** Represents a LivenessUpdate. */
        class LivenessUpdate {

            /**
             * Constructs a new LivenessUpdate.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.LivenessUpdate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LivenessUpdate peer. */
            peer: string;

            /** LivenessUpdate liveness. */
            liveness: starling.v1.Liveness;

            /** LivenessUpdate incarnation. */
            incarnation: number;

            /** LivenessUpdate from. */
            from: string;

            /**
             * Creates a new LivenessUpdate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LivenessUpdate instance
             */
            static create(properties: starling.v1.LivenessUpdate.$Shape): starling.v1.LivenessUpdate & starling.v1.LivenessUpdate.$Shape;
            static create(properties?: starling.v1.LivenessUpdate.$Properties): starling.v1.LivenessUpdate;

            /**
             * Encodes the specified LivenessUpdate message. Does not implicitly {@link starling.v1.LivenessUpdate.verify|verify} messages.
             * @param message LivenessUpdate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.LivenessUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LivenessUpdate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.LivenessUpdate & starling.v1.LivenessUpdate.$Shape} LivenessUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.LivenessUpdate & starling.v1.LivenessUpdate.$Shape;
        }

        namespace LivenessUpdate {

            /** Properties of a LivenessUpdate. */
            interface $Properties {

                /** LivenessUpdate peer */
                peer?: (string|null);

                /** LivenessUpdate liveness */
                liveness?: (starling.v1.Liveness|null);

                /** LivenessUpdate incarnation */
                incarnation?: (number|null);

                /** LivenessUpdate from */
                from?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LivenessUpdate. */
            type $Shape = starling.v1.LivenessUpdate.$Properties;
        }

        /** IntentStatus enum. */
        enum IntentStatus {

            /** INTENT_STATUS_UNSPECIFIED value */
            INTENT_STATUS_UNSPECIFIED = 0,

            /** INTENT_STATUS_JOINING value */
            INTENT_STATUS_JOINING = 1,

            /** INTENT_STATUS_ACTIVE value */
            INTENT_STATUS_ACTIVE = 2,

            /** INTENT_STATUS_LEAVING value */
            INTENT_STATUS_LEAVING = 3,

            /** INTENT_STATUS_LEFT value */
            INTENT_STATUS_LEFT = 4,

            /** INTENT_STATUS_REMOVED value */
            INTENT_STATUS_REMOVED = 5,

            /** INTENT_STATUS_REMOVING value */
            INTENT_STATUS_REMOVING = 6
        }

        /**
         * Properties of a SignedIntent.
         * @deprecated Use starling.v1.SignedIntent.$Properties instead.
         */
        interface ISignedIntent extends starling.v1.SignedIntent.$Properties {
        }

        /** Represents a SignedIntent. */
        class SignedIntent {

            /**
             * Constructs a new SignedIntent.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.SignedIntent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedIntent content. */
            content: Uint8Array;

            /** SignedIntent signature. */
            signature: Uint8Array;

            /**
             * Creates a new SignedIntent instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignedIntent instance
             */
            static create(properties: starling.v1.SignedIntent.$Shape): starling.v1.SignedIntent & starling.v1.SignedIntent.$Shape;
            static create(properties?: starling.v1.SignedIntent.$Properties): starling.v1.SignedIntent;

            /**
             * Encodes the specified SignedIntent message. Does not implicitly {@link starling.v1.SignedIntent.verify|verify} messages.
             * @param message SignedIntent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.SignedIntent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedIntent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.SignedIntent & starling.v1.SignedIntent.$Shape} SignedIntent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.SignedIntent & starling.v1.SignedIntent.$Shape;
        }

        namespace SignedIntent {

            /** Properties of a SignedIntent. */
            interface $Properties {

                /** SignedIntent content */
                content?: (Uint8Array|null);

                /** SignedIntent signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedIntent. */
            type $Shape = starling.v1.SignedIntent.$Properties;
        }

        /**
         * Properties of an Intent.
         * @deprecated Use starling.v1.Intent.$Properties instead.
         */
        interface IIntent extends starling.v1.Intent.$Properties {
        }

        /** Represents an Intent. */
        class Intent {

            /**
             * Constructs a new Intent.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Intent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Intent peer. */
            peer: string;

            /** Intent status. */
            status: starling.v1.IntentStatus;

            /** Intent counter. */
            counter: number;

            /** Intent zone. */
            zone: string;

            /** Intent weight. */
            weight: number;

            /** Intent addresses. */
            addresses: string[];

            /** Intent clientAddress. */
            clientAddress: string;

            /** Intent complete. */
            complete: Uint8Array;

            /** Intent storageId. */
            storageId: string;

            /** Intent run. */
            run: number;

            /** Intent author. */
            author: string;

            /** Intent seat. */
            seat: string;

            /** Intent nextWeight. */
            nextWeight: number;

            /** Intent nextZone. */
            nextZone: string;

            /** Intent completeFor. */
            completeFor: string;

            /** Intent sinceCounter. */
            sinceCounter: number;

            /**
             * Creates a new Intent instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Intent instance
             */
            static create(properties: starling.v1.Intent.$Shape): starling.v1.Intent & starling.v1.Intent.$Shape;
            static create(properties?: starling.v1.Intent.$Properties): starling.v1.Intent;

            /**
             * Encodes the specified Intent message. Does not implicitly {@link starling.v1.Intent.verify|verify} messages.
             * @param message Intent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Intent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Intent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Intent & starling.v1.Intent.$Shape} Intent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Intent & starling.v1.Intent.$Shape;
        }

        namespace Intent {

            /** Properties of an Intent. */
            interface $Properties {

                /** Intent peer */
                peer?: (string|null);

                /** Intent status */
                status?: (starling.v1.IntentStatus|null);

                /** Intent counter */
                counter?: (number|null);

                /** Intent zone */
                zone?: (string|null);

                /** Intent weight */
                weight?: (number|null);

                /** Intent addresses */
                addresses?: (string[]|null);

                /** Intent clientAddress */
                clientAddress?: (string|null);

                /** Intent complete */
                complete?: (Uint8Array|null);

                /** Intent storageId */
                storageId?: (string|null);

                /** Intent run */
                run?: (number|null);

                /** Intent author */
                author?: (string|null);

                /** Intent seat */
                seat?: (string|null);

                /** Intent nextWeight */
                nextWeight?: (number|null);

                /** Intent nextZone */
                nextZone?: (string|null);

                /** Intent completeFor */
                completeFor?: (string|null);

                /** Intent sinceCounter */
                sinceCounter?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Intent. */
            type $Shape = starling.v1.Intent.$Properties;
        }

        /**
         * Properties of a SealedIntents.
         * @deprecated Use starling.v1.SealedIntents.$Properties instead.
         */
        interface ISealedIntents extends starling.v1.SealedIntents.$Properties {
        }

        /** Represents a SealedIntents. */
        class SealedIntents {

            /**
             * Constructs a new SealedIntents.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.SealedIntents.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SealedIntents seals. */
            seals: Uint8Array[];

            /** SealedIntents content. */
            content: Uint8Array;

            /**
             * Creates a new SealedIntents instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SealedIntents instance
             */
            static create(properties: starling.v1.SealedIntents.$Shape): starling.v1.SealedIntents & starling.v1.SealedIntents.$Shape;
            static create(properties?: starling.v1.SealedIntents.$Properties): starling.v1.SealedIntents;

            /**
             * Encodes the specified SealedIntents message. Does not implicitly {@link starling.v1.SealedIntents.verify|verify} messages.
             * @param message SealedIntents message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.SealedIntents.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SealedIntents message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.SealedIntents & starling.v1.SealedIntents.$Shape} SealedIntents
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.SealedIntents & starling.v1.SealedIntents.$Shape;
        }

        namespace SealedIntents {

            /** Properties of a SealedIntents. */
            interface $Properties {

                /** SealedIntents seals */
                seals?: (Uint8Array[]|null);

                /** SealedIntents content */
                content?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SealedIntents. */
            type $Shape = starling.v1.SealedIntents.$Properties;
        }

        /**
         * Properties of an IntentList.
         * @deprecated Use starling.v1.IntentList.$Properties instead.
         */
        interface IIntentList extends starling.v1.IntentList.$Properties {
        }

        /** Represents an IntentList. */
        class IntentList {

            /**
             * Constructs a new IntentList.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.IntentList.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** IntentList intents. */
            intents: starling.v1.SignedIntent.$Properties[];

            /**
             * Creates a new IntentList instance using the specified properties.
             * @param [properties] Properties to set
             * @returns IntentList instance
             */
            static create(properties: starling.v1.IntentList.$Shape): starling.v1.IntentList & starling.v1.IntentList.$Shape;
            static create(properties?: starling.v1.IntentList.$Properties): starling.v1.IntentList;

            /**
             * Encodes the specified IntentList message. Does not implicitly {@link starling.v1.IntentList.verify|verify} messages.
             * @param message IntentList message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.IntentList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an IntentList message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.IntentList & starling.v1.IntentList.$Shape} IntentList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.IntentList & starling.v1.IntentList.$Shape;
        }

        namespace IntentList {

            /** Properties of an IntentList. */
            interface $Properties {

                /** IntentList intents */
                intents?: (starling.v1.SignedIntent.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an IntentList. */
            type $Shape = starling.v1.IntentList.$Properties;
        }

        /**
         * Properties of a ReplicaRequest.
         * @deprecated Use starling.v1.ReplicaRequest.$Properties instead.
         */
        interface IReplicaRequest extends starling.v1.ReplicaRequest.$Properties {
        }

        /** Represents a ReplicaRequest. */
        class ReplicaRequest {

            /**
             * Constructs a new ReplicaRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.ReplicaRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReplicaRequest id. */
            id: number;

            /** ReplicaRequest timeoutMs. */
            timeoutMs: number;

            /** ReplicaRequest ownersHash. */
            ownersHash: number;

            /** ReplicaRequest write. */
            write?: (starling.v1.Write.$Properties|null);

            /** ReplicaRequest read. */
            read?: (string|null);

            /** ReplicaRequest readVersion. */
            readVersion?: (string|null);

            /** ReplicaRequest scan. */
            scan?: (starling.v1.ReplicaScan.$Properties|null);

            /** ReplicaRequest compare. */
            compare?: (starling.v1.Compare.$Properties|null);

            /** ReplicaRequest turn. */
            turn?: (starling.v1.Turn.$Properties|null);

            /** ReplicaRequest hint. */
            hint?: (starling.v1.Hint.$Properties|null);

            /** ReplicaRequest traceparent. */
            traceparent: Uint8Array;

            /** ReplicaRequest op. */
            op?: ("write"|"read"|"readVersion"|"scan"|"compare"|"turn"|"hint");

            /**
             * Creates a new ReplicaRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReplicaRequest instance
             */
            static create(properties: starling.v1.ReplicaRequest.$Shape): starling.v1.ReplicaRequest & starling.v1.ReplicaRequest.$Shape;
            static create(properties?: starling.v1.ReplicaRequest.$Properties): starling.v1.ReplicaRequest;

            /**
             * Encodes the specified ReplicaRequest message. Does not implicitly {@link starling.v1.ReplicaRequest.verify|verify} messages.
             * @param message ReplicaRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.ReplicaRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReplicaRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.ReplicaRequest & starling.v1.ReplicaRequest.$Shape} ReplicaRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.ReplicaRequest & starling.v1.ReplicaRequest.$Shape;
        }

        namespace ReplicaRequest {

            /** Properties of a ReplicaRequest. */
            interface $Properties {

                /** ReplicaRequest id */
                id?: (number|null);

                /** ReplicaRequest timeoutMs */
                timeoutMs?: (number|null);

                /** ReplicaRequest ownersHash */
                ownersHash?: (number|null);

                /** ReplicaRequest write */
                write?: (starling.v1.Write.$Properties|null);

                /** ReplicaRequest read */
                read?: (string|null);

                /** ReplicaRequest readVersion */
                readVersion?: (string|null);

                /** ReplicaRequest scan */
                scan?: (starling.v1.ReplicaScan.$Properties|null);

                /** ReplicaRequest compare */
                compare?: (starling.v1.Compare.$Properties|null);

                /** ReplicaRequest turn */
                turn?: (starling.v1.Turn.$Properties|null);

                /** ReplicaRequest hint */
                hint?: (starling.v1.Hint.$Properties|null);

                /** ReplicaRequest traceparent */
                traceparent?: (Uint8Array|null);

                /** ReplicaRequest op */
                op?: ("write"|"read"|"readVersion"|"scan"|"compare"|"turn"|"hint");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ReplicaRequest. */
            type $Shape = {
              id?: number|null;
              timeoutMs?: number|null;
              ownersHash?: number|null;
              write?: starling.v1.Write.$Shape|null;
              read?: string|null;
              readVersion?: string|null;
              scan?: starling.v1.ReplicaScan.$Shape|null;
              compare?: starling.v1.Compare.$Shape|null;
              turn?: starling.v1.Turn.$Shape|null;
              hint?: starling.v1.Hint.$Shape|null;
              traceparent?: Uint8Array|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ op?: undefined; write?: null; read?: null; readVersion?: null; scan?: null; compare?: null; turn?: null; hint?: null }|{ op?: "write"; write: starling.v1.Write.$Shape; read?: null; readVersion?: null; scan?: null; compare?: null; turn?: null; hint?: null }|{ op?: "read"; write?: null; read: string; readVersion?: null; scan?: null; compare?: null; turn?: null; hint?: null }|{ op?: "readVersion"; write?: null; read?: null; readVersion: string; scan?: null; compare?: null; turn?: null; hint?: null }|{ op?: "scan"; write?: null; read?: null; readVersion?: null; scan: starling.v1.ReplicaScan.$Shape; compare?: null; turn?: null; hint?: null }|{ op?: "compare"; write?: null; read?: null; readVersion?: null; scan?: null; compare: starling.v1.Compare.$Shape; turn?: null; hint?: null }|{ op?: "turn"; write?: null; read?: null; readVersion?: null; scan?: null; compare?: null; turn: starling.v1.Turn.$Shape; hint?: null }|{ op?: "hint"; write?: null; read?: null; readVersion?: null; scan?: null; compare?: null; turn?: null; hint: starling.v1.Hint.$Shape })
            );
        }

        /**
         * Properties of a Turn.
         * @deprecated Use starling.v1.Turn.$Properties instead.
         */
        interface ITurn extends starling.v1.Turn.$Properties {
        }

        /** Represents a Turn. */
        class Turn {

            /**
             * Constructs a new Turn.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Turn.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Turn basis. */
            basis: string;

            /** Turn release. */
            release: boolean;

            /** Turn yield. */
            yield: boolean;

            /** Turn change. */
            change: string;

            /**
             * Creates a new Turn instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Turn instance
             */
            static create(properties: starling.v1.Turn.$Shape): starling.v1.Turn & starling.v1.Turn.$Shape;
            static create(properties?: starling.v1.Turn.$Properties): starling.v1.Turn;

            /**
             * Encodes the specified Turn message. Does not implicitly {@link starling.v1.Turn.verify|verify} messages.
             * @param message Turn message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Turn.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Turn message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Turn & starling.v1.Turn.$Shape} Turn
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Turn & starling.v1.Turn.$Shape;
        }

        namespace Turn {

            /** Properties of a Turn. */
            interface $Properties {

                /** Turn basis */
                basis?: (string|null);

                /** Turn release */
                release?: (boolean|null);

                /** Turn yield */
                "yield"?: (boolean|null);

                /** Turn change */
                change?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Turn. */
            type $Shape = starling.v1.Turn.$Properties;
        }

        /**
         * Properties of a Hint.
         * @deprecated Use starling.v1.Hint.$Properties instead.
         */
        interface IHint extends starling.v1.Hint.$Properties {
        }

        /** Represents a Hint. */
        class Hint {

            /**
             * Constructs a new Hint.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Hint.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hint peer. */
            peer: string;

            /** Hint record. */
            record?: (starling.v1.Record.$Properties|null);

            /**
             * Creates a new Hint instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Hint instance
             */
            static create(properties: starling.v1.Hint.$Shape): starling.v1.Hint & starling.v1.Hint.$Shape;
            static create(properties?: starling.v1.Hint.$Properties): starling.v1.Hint;

            /**
             * Encodes the specified Hint message. Does not implicitly {@link starling.v1.Hint.verify|verify} messages.
             * @param message Hint message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Hint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hint message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Hint & starling.v1.Hint.$Shape} Hint
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Hint & starling.v1.Hint.$Shape;
        }

        namespace Hint {

            /** Properties of a Hint. */
            interface $Properties {

                /** Hint peer */
                peer?: (string|null);

                /** Hint record */
                record?: (starling.v1.Record.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hint. */
            type $Shape = starling.v1.Hint.$Properties;
        }

        /**
         * Properties of a Write.
         * @deprecated Use starling.v1.Write.$Properties instead.
         */
        interface IWrite extends starling.v1.Write.$Properties {
        }

        /** Represents a Write. */
        class Write {

            /**
             * Constructs a new Write.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Write.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Write record. */
            record?: (starling.v1.Record.$Properties|null);

            /** Write durability. */
            durability: starling.v1.Durability;

            /** Write repair. */
            repair: boolean;

            /**
             * Creates a new Write instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Write instance
             */
            static create(properties: starling.v1.Write.$Shape): starling.v1.Write & starling.v1.Write.$Shape;
            static create(properties?: starling.v1.Write.$Properties): starling.v1.Write;

            /**
             * Encodes the specified Write message. Does not implicitly {@link starling.v1.Write.verify|verify} messages.
             * @param message Write message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Write.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Write message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Write & starling.v1.Write.$Shape} Write
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Write & starling.v1.Write.$Shape;
        }

        namespace Write {

            /** Properties of a Write. */
            interface $Properties {

                /** Write record */
                record?: (starling.v1.Record.$Properties|null);

                /** Write durability */
                durability?: (starling.v1.Durability|null);

                /** Write repair */
                repair?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Write. */
            type $Shape = starling.v1.Write.$Properties;
        }

        /**
         * Properties of a Compare.
         * @deprecated Use starling.v1.Compare.$Properties instead.
         */
        interface ICompare extends starling.v1.Compare.$Properties {
        }

        /** Represents a Compare. */
        class Compare {

            /**
             * Constructs a new Compare.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Compare.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Compare items. */
            items: starling.v1.Compare.Item.$Properties[];

            /**
             * Creates a new Compare instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Compare instance
             */
            static create(properties: starling.v1.Compare.$Shape): starling.v1.Compare & starling.v1.Compare.$Shape;
            static create(properties?: starling.v1.Compare.$Properties): starling.v1.Compare;

            /**
             * Encodes the specified Compare message. Does not implicitly {@link starling.v1.Compare.verify|verify} messages.
             * @param message Compare message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Compare.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Compare message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Compare & starling.v1.Compare.$Shape} Compare
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Compare & starling.v1.Compare.$Shape;
        }

        namespace Compare {

            /** Properties of a Compare. */
            interface $Properties {

                /** Compare items */
                items?: (starling.v1.Compare.Item.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Compare. */
            type $Shape = starling.v1.Compare.$Properties;

            /**
             * Properties of an Item.
             * @deprecated Use starling.v1.Compare.Item.$Properties instead.
             */
            interface IItem extends starling.v1.Compare.Item.$Properties {
            }

            /** Represents an Item. */
            class Item {

                /**
                 * Constructs a new Item.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: starling.v1.Compare.Item.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Item key. */
                key: string;

                /** Item version. */
                version: Uint8Array;

                /** Item ownersHash. */
                ownersHash: number;

                /**
                 * Creates a new Item instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Item instance
                 */
                static create(properties: starling.v1.Compare.Item.$Shape): starling.v1.Compare.Item & starling.v1.Compare.Item.$Shape;
                static create(properties?: starling.v1.Compare.Item.$Properties): starling.v1.Compare.Item;

                /**
                 * Encodes the specified Item message. Does not implicitly {@link starling.v1.Compare.Item.verify|verify} messages.
                 * @param message Item message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: starling.v1.Compare.Item.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Item message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {starling.v1.Compare.Item & starling.v1.Compare.Item.$Shape} Item
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Compare.Item & starling.v1.Compare.Item.$Shape;
            }

            namespace Item {

                /** Properties of an Item. */
                interface $Properties {

                    /** Item key */
                    key?: (string|null);

                    /** Item version */
                    version?: (Uint8Array|null);

                    /** Item ownersHash */
                    ownersHash?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Item. */
                type $Shape = starling.v1.Compare.Item.$Properties;
            }
        }

        /**
         * Properties of a ReplicaScan.
         * @deprecated Use starling.v1.ReplicaScan.$Properties instead.
         */
        interface IReplicaScan extends starling.v1.ReplicaScan.$Properties {
        }

        /** Represents a ReplicaScan. */
        class ReplicaScan {

            /**
             * Constructs a new ReplicaScan.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.ReplicaScan.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReplicaScan partition. */
            partition: number;

            /** ReplicaScan afterToken. */
            afterToken: Uint8Array;

            /** ReplicaScan limitBytes. */
            limitBytes: number;

            /**
             * Creates a new ReplicaScan instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReplicaScan instance
             */
            static create(properties: starling.v1.ReplicaScan.$Shape): starling.v1.ReplicaScan & starling.v1.ReplicaScan.$Shape;
            static create(properties?: starling.v1.ReplicaScan.$Properties): starling.v1.ReplicaScan;

            /**
             * Encodes the specified ReplicaScan message. Does not implicitly {@link starling.v1.ReplicaScan.verify|verify} messages.
             * @param message ReplicaScan message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.ReplicaScan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReplicaScan message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.ReplicaScan & starling.v1.ReplicaScan.$Shape} ReplicaScan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.ReplicaScan & starling.v1.ReplicaScan.$Shape;
        }

        namespace ReplicaScan {

            /** Properties of a ReplicaScan. */
            interface $Properties {

                /** ReplicaScan partition */
                partition?: (number|null);

                /** ReplicaScan afterToken */
                afterToken?: (Uint8Array|null);

                /** ReplicaScan limitBytes */
                limitBytes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReplicaScan. */
            type $Shape = starling.v1.ReplicaScan.$Properties;
        }

        /**
         * Properties of a ReplicaResponse.
         * @deprecated Use starling.v1.ReplicaResponse.$Properties instead.
         */
        interface IReplicaResponse extends starling.v1.ReplicaResponse.$Properties {
        }

        /** Represents a ReplicaResponse. */
        class ReplicaResponse {

            /**
             * Constructs a new ReplicaResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.ReplicaResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReplicaResponse id. */
            id: number;

            /** ReplicaResponse written. */
            written?: (starling.v1.Written.$Properties|null);

            /** ReplicaResponse found. */
            found?: (starling.v1.Found.$Properties|null);

            /** ReplicaResponse foundVersion. */
            foundVersion?: (starling.v1.FoundVersion.$Properties|null);

            /** ReplicaResponse page. */
            page?: (starling.v1.ReplicaPage.$Properties|null);

            /** ReplicaResponse error. */
            error?: (starling.v1.Error.$Properties|null);

            /** ReplicaResponse compared. */
            compared?: (starling.v1.Compared.$Properties|null);

            /** ReplicaResponse turn. */
            turn?: (starling.v1.TurnAnswer.$Properties|null);

            /** ReplicaResponse result. */
            result?: ("written"|"found"|"foundVersion"|"page"|"error"|"compared"|"turn");

            /**
             * Creates a new ReplicaResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReplicaResponse instance
             */
            static create(properties: starling.v1.ReplicaResponse.$Shape): starling.v1.ReplicaResponse & starling.v1.ReplicaResponse.$Shape;
            static create(properties?: starling.v1.ReplicaResponse.$Properties): starling.v1.ReplicaResponse;

            /**
             * Encodes the specified ReplicaResponse message. Does not implicitly {@link starling.v1.ReplicaResponse.verify|verify} messages.
             * @param message ReplicaResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.ReplicaResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReplicaResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.ReplicaResponse & starling.v1.ReplicaResponse.$Shape} ReplicaResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.ReplicaResponse & starling.v1.ReplicaResponse.$Shape;
        }

        namespace ReplicaResponse {

            /** Properties of a ReplicaResponse. */
            interface $Properties {

                /** ReplicaResponse id */
                id?: (number|null);

                /** ReplicaResponse written */
                written?: (starling.v1.Written.$Properties|null);

                /** ReplicaResponse found */
                found?: (starling.v1.Found.$Properties|null);

                /** ReplicaResponse foundVersion */
                foundVersion?: (starling.v1.FoundVersion.$Properties|null);

                /** ReplicaResponse page */
                page?: (starling.v1.ReplicaPage.$Properties|null);

                /** ReplicaResponse error */
                error?: (starling.v1.Error.$Properties|null);

                /** ReplicaResponse compared */
                compared?: (starling.v1.Compared.$Properties|null);

                /** ReplicaResponse turn */
                turn?: (starling.v1.TurnAnswer.$Properties|null);

                /** ReplicaResponse result */
                result?: ("written"|"found"|"foundVersion"|"page"|"error"|"compared"|"turn");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ReplicaResponse. */
            type $Shape = {
              id?: number|null;
              written?: starling.v1.Written.$Shape|null;
              found?: starling.v1.Found.$Shape|null;
              foundVersion?: starling.v1.FoundVersion.$Shape|null;
              page?: starling.v1.ReplicaPage.$Shape|null;
              error?: starling.v1.Error.$Shape|null;
              compared?: starling.v1.Compared.$Shape|null;
              turn?: starling.v1.TurnAnswer.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ result?: undefined; written?: null; found?: null; foundVersion?: null; page?: null; error?: null; compared?: null; turn?: null }|{ result?: "written"; written: starling.v1.Written.$Shape; found?: null; foundVersion?: null; page?: null; error?: null; compared?: null; turn?: null }|{ result?: "found"; written?: null; found: starling.v1.Found.$Shape; foundVersion?: null; page?: null; error?: null; compared?: null; turn?: null }|{ result?: "foundVersion"; written?: null; found?: null; foundVersion: starling.v1.FoundVersion.$Shape; page?: null; error?: null; compared?: null; turn?: null }|{ result?: "page"; written?: null; found?: null; foundVersion?: null; page: starling.v1.ReplicaPage.$Shape; error?: null; compared?: null; turn?: null }|{ result?: "error"; written?: null; found?: null; foundVersion?: null; page?: null; error: starling.v1.Error.$Shape; compared?: null; turn?: null }|{ result?: "compared"; written?: null; found?: null; foundVersion?: null; page?: null; error?: null; compared: starling.v1.Compared.$Shape; turn?: null }|{ result?: "turn"; written?: null; found?: null; foundVersion?: null; page?: null; error?: null; compared?: null; turn: starling.v1.TurnAnswer.$Shape })
            );
        }

        /**
         * Properties of a TurnAnswer.
         * @deprecated Use starling.v1.TurnAnswer.$Properties instead.
         */
        interface ITurnAnswer extends starling.v1.TurnAnswer.$Properties {
        }

        /** Represents a TurnAnswer. */
        class TurnAnswer {

            /**
             * Constructs a new TurnAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.TurnAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TurnAnswer granted. */
            granted: boolean;

            /** TurnAnswer holder. */
            holder: string;

            /** TurnAnswer basis. */
            basis: string;

            /**
             * Creates a new TurnAnswer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TurnAnswer instance
             */
            static create(properties: starling.v1.TurnAnswer.$Shape): starling.v1.TurnAnswer & starling.v1.TurnAnswer.$Shape;
            static create(properties?: starling.v1.TurnAnswer.$Properties): starling.v1.TurnAnswer;

            /**
             * Encodes the specified TurnAnswer message. Does not implicitly {@link starling.v1.TurnAnswer.verify|verify} messages.
             * @param message TurnAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.TurnAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TurnAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.TurnAnswer & starling.v1.TurnAnswer.$Shape} TurnAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.TurnAnswer & starling.v1.TurnAnswer.$Shape;
        }

        namespace TurnAnswer {

            /** Properties of a TurnAnswer. */
            interface $Properties {

                /** TurnAnswer granted */
                granted?: (boolean|null);

                /** TurnAnswer holder */
                holder?: (string|null);

                /** TurnAnswer basis */
                basis?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TurnAnswer. */
            type $Shape = starling.v1.TurnAnswer.$Properties;
        }

        /**
         * Properties of a Compared.
         * @deprecated Use starling.v1.Compared.$Properties instead.
         */
        interface ICompared extends starling.v1.Compared.$Properties {
        }

        /** Represents a Compared. */
        class Compared {

            /**
             * Constructs a new Compared.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Compared.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Compared differing. */
            differing: number[];

            /**
             * Creates a new Compared instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Compared instance
             */
            static create(properties: starling.v1.Compared.$Shape): starling.v1.Compared & starling.v1.Compared.$Shape;
            static create(properties?: starling.v1.Compared.$Properties): starling.v1.Compared;

            /**
             * Encodes the specified Compared message. Does not implicitly {@link starling.v1.Compared.verify|verify} messages.
             * @param message Compared message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Compared.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Compared message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Compared & starling.v1.Compared.$Shape} Compared
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Compared & starling.v1.Compared.$Shape;
        }

        namespace Compared {

            /** Properties of a Compared. */
            interface $Properties {

                /** Compared differing */
                differing?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Compared. */
            type $Shape = starling.v1.Compared.$Properties;
        }

        /**
         * Properties of a Written.
         * @deprecated Use starling.v1.Written.$Properties instead.
         */
        interface IWritten extends starling.v1.Written.$Properties {
        }

        /** Represents a Written. */
        class Written {

            /**
             * Constructs a new Written.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Written.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Written isKept. */
            isKept: boolean;

            /**
             * Creates a new Written instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Written instance
             */
            static create(properties: starling.v1.Written.$Shape): starling.v1.Written & starling.v1.Written.$Shape;
            static create(properties?: starling.v1.Written.$Properties): starling.v1.Written;

            /**
             * Encodes the specified Written message. Does not implicitly {@link starling.v1.Written.verify|verify} messages.
             * @param message Written message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Written.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Written message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Written & starling.v1.Written.$Shape} Written
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Written & starling.v1.Written.$Shape;
        }

        namespace Written {

            /** Properties of a Written. */
            interface $Properties {

                /** Written isKept */
                isKept?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Written. */
            type $Shape = starling.v1.Written.$Properties;
        }

        /**
         * Properties of a Found.
         * @deprecated Use starling.v1.Found.$Properties instead.
         */
        interface IFound extends starling.v1.Found.$Properties {
        }

        /** Represents a Found. */
        class Found {

            /**
             * Constructs a new Found.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.Found.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Found record. */
            record?: (starling.v1.Record.$Properties|null);

            /**
             * Creates a new Found instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Found instance
             */
            static create(properties: starling.v1.Found.$Shape): starling.v1.Found & starling.v1.Found.$Shape;
            static create(properties?: starling.v1.Found.$Properties): starling.v1.Found;

            /**
             * Encodes the specified Found message. Does not implicitly {@link starling.v1.Found.verify|verify} messages.
             * @param message Found message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.Found.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Found message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.Found & starling.v1.Found.$Shape} Found
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.Found & starling.v1.Found.$Shape;
        }

        namespace Found {

            /** Properties of a Found. */
            interface $Properties {

                /** Found record */
                record?: (starling.v1.Record.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Found. */
            type $Shape = starling.v1.Found.$Properties;
        }

        /**
         * Properties of a FoundVersion.
         * @deprecated Use starling.v1.FoundVersion.$Properties instead.
         */
        interface IFoundVersion extends starling.v1.FoundVersion.$Properties {
        }

        /** Represents a FoundVersion. */
        class FoundVersion {

            /**
             * Constructs a new FoundVersion.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.FoundVersion.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FoundVersion version. */
            version: Uint8Array;

            /**
             * Creates a new FoundVersion instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FoundVersion instance
             */
            static create(properties: starling.v1.FoundVersion.$Shape): starling.v1.FoundVersion & starling.v1.FoundVersion.$Shape;
            static create(properties?: starling.v1.FoundVersion.$Properties): starling.v1.FoundVersion;

            /**
             * Encodes the specified FoundVersion message. Does not implicitly {@link starling.v1.FoundVersion.verify|verify} messages.
             * @param message FoundVersion message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.FoundVersion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FoundVersion message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.FoundVersion & starling.v1.FoundVersion.$Shape} FoundVersion
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.FoundVersion & starling.v1.FoundVersion.$Shape;
        }

        namespace FoundVersion {

            /** Properties of a FoundVersion. */
            interface $Properties {

                /** FoundVersion version */
                version?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FoundVersion. */
            type $Shape = starling.v1.FoundVersion.$Properties;
        }

        /**
         * Properties of a ReplicaPage.
         * @deprecated Use starling.v1.ReplicaPage.$Properties instead.
         */
        interface IReplicaPage extends starling.v1.ReplicaPage.$Properties {
        }

        /** Represents a ReplicaPage. */
        class ReplicaPage {

            /**
             * Constructs a new ReplicaPage.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.ReplicaPage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReplicaPage records. */
            records: starling.v1.Record.$Properties[];

            /** ReplicaPage nextToken. */
            nextToken: Uint8Array;

            /** ReplicaPage floorS. */
            floorS: number;

            /**
             * Creates a new ReplicaPage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReplicaPage instance
             */
            static create(properties: starling.v1.ReplicaPage.$Shape): starling.v1.ReplicaPage & starling.v1.ReplicaPage.$Shape;
            static create(properties?: starling.v1.ReplicaPage.$Properties): starling.v1.ReplicaPage;

            /**
             * Encodes the specified ReplicaPage message. Does not implicitly {@link starling.v1.ReplicaPage.verify|verify} messages.
             * @param message ReplicaPage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.ReplicaPage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReplicaPage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.ReplicaPage & starling.v1.ReplicaPage.$Shape} ReplicaPage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.ReplicaPage & starling.v1.ReplicaPage.$Shape;
        }

        namespace ReplicaPage {

            /** Properties of a ReplicaPage. */
            interface $Properties {

                /** ReplicaPage records */
                records?: (starling.v1.Record.$Properties[]|null);

                /** ReplicaPage nextToken */
                nextToken?: (Uint8Array|null);

                /** ReplicaPage floorS */
                floorS?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReplicaPage. */
            type $Shape = starling.v1.ReplicaPage.$Properties;
        }

        /**
         * Properties of a SyncRequest.
         * @deprecated Use starling.v1.SyncRequest.$Properties instead.
         */
        interface ISyncRequest extends starling.v1.SyncRequest.$Properties {
        }

        /** Represents a SyncRequest. */
        class SyncRequest {

            /**
             * Constructs a new SyncRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.SyncRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SyncRequest id. */
            id: number;

            /** SyncRequest timeoutMs. */
            timeoutMs: number;

            /** SyncRequest compareRoots. */
            compareRoots?: (starling.v1.CompareRoots.$Properties|null);

            /** SyncRequest compareNodes. */
            compareNodes?: (starling.v1.CompareNodes.$Properties|null);

            /** SyncRequest compareLeaves. */
            compareLeaves?: (starling.v1.CompareLeaves.$Properties|null);

            /** SyncRequest takeRecords. */
            takeRecords?: (starling.v1.TakeRecords.$Properties|null);

            /** SyncRequest op. */
            op?: ("compareRoots"|"compareNodes"|"compareLeaves"|"takeRecords");

            /**
             * Creates a new SyncRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SyncRequest instance
             */
            static create(properties: starling.v1.SyncRequest.$Shape): starling.v1.SyncRequest & starling.v1.SyncRequest.$Shape;
            static create(properties?: starling.v1.SyncRequest.$Properties): starling.v1.SyncRequest;

            /**
             * Encodes the specified SyncRequest message. Does not implicitly {@link starling.v1.SyncRequest.verify|verify} messages.
             * @param message SyncRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.SyncRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SyncRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.SyncRequest & starling.v1.SyncRequest.$Shape} SyncRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.SyncRequest & starling.v1.SyncRequest.$Shape;
        }

        namespace SyncRequest {

            /** Properties of a SyncRequest. */
            interface $Properties {

                /** SyncRequest id */
                id?: (number|null);

                /** SyncRequest timeoutMs */
                timeoutMs?: (number|null);

                /** SyncRequest compareRoots */
                compareRoots?: (starling.v1.CompareRoots.$Properties|null);

                /** SyncRequest compareNodes */
                compareNodes?: (starling.v1.CompareNodes.$Properties|null);

                /** SyncRequest compareLeaves */
                compareLeaves?: (starling.v1.CompareLeaves.$Properties|null);

                /** SyncRequest takeRecords */
                takeRecords?: (starling.v1.TakeRecords.$Properties|null);

                /** SyncRequest op */
                op?: ("compareRoots"|"compareNodes"|"compareLeaves"|"takeRecords");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a SyncRequest. */
            type $Shape = {
              id?: number|null;
              timeoutMs?: number|null;
              compareRoots?: starling.v1.CompareRoots.$Shape|null;
              compareNodes?: starling.v1.CompareNodes.$Shape|null;
              compareLeaves?: starling.v1.CompareLeaves.$Shape|null;
              takeRecords?: starling.v1.TakeRecords.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ op?: undefined; compareRoots?: null; compareNodes?: null; compareLeaves?: null; takeRecords?: null }|{ op?: "compareRoots"; compareRoots: starling.v1.CompareRoots.$Shape; compareNodes?: null; compareLeaves?: null; takeRecords?: null }|{ op?: "compareNodes"; compareRoots?: null; compareNodes: starling.v1.CompareNodes.$Shape; compareLeaves?: null; takeRecords?: null }|{ op?: "compareLeaves"; compareRoots?: null; compareNodes?: null; compareLeaves: starling.v1.CompareLeaves.$Shape; takeRecords?: null }|{ op?: "takeRecords"; compareRoots?: null; compareNodes?: null; compareLeaves?: null; takeRecords: starling.v1.TakeRecords.$Shape })
            );
        }

        /**
         * Properties of a CompareRoots.
         * @deprecated Use starling.v1.CompareRoots.$Properties instead.
         */
        interface ICompareRoots extends starling.v1.CompareRoots.$Properties {
        }

        /** Represents a CompareRoots. */
        class CompareRoots {

            /**
             * Constructs a new CompareRoots.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.CompareRoots.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CompareRoots partitions. */
            partitions: number[];

            /** CompareRoots ownersHashes. */
            ownersHashes: number[];

            /** CompareRoots sums. */
            sums: number[];

            /** CompareRoots fenceS. */
            fenceS: number;

            /** CompareRoots syncedS. */
            syncedS: number[];

            /**
             * Creates a new CompareRoots instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CompareRoots instance
             */
            static create(properties: starling.v1.CompareRoots.$Shape): starling.v1.CompareRoots & starling.v1.CompareRoots.$Shape;
            static create(properties?: starling.v1.CompareRoots.$Properties): starling.v1.CompareRoots;

            /**
             * Encodes the specified CompareRoots message. Does not implicitly {@link starling.v1.CompareRoots.verify|verify} messages.
             * @param message CompareRoots message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.CompareRoots.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CompareRoots message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.CompareRoots & starling.v1.CompareRoots.$Shape} CompareRoots
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.CompareRoots & starling.v1.CompareRoots.$Shape;
        }

        namespace CompareRoots {

            /** Properties of a CompareRoots. */
            interface $Properties {

                /** CompareRoots partitions */
                partitions?: (number[]|null);

                /** CompareRoots ownersHashes */
                ownersHashes?: (number[]|null);

                /** CompareRoots sums */
                sums?: (number[]|null);

                /** CompareRoots fenceS */
                fenceS?: (number|null);

                /** CompareRoots syncedS */
                syncedS?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CompareRoots. */
            type $Shape = starling.v1.CompareRoots.$Properties;
        }

        /**
         * Properties of a CompareNodes.
         * @deprecated Use starling.v1.CompareNodes.$Properties instead.
         */
        interface ICompareNodes extends starling.v1.CompareNodes.$Properties {
        }

        /** Represents a CompareNodes. */
        class CompareNodes {

            /**
             * Constructs a new CompareNodes.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.CompareNodes.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CompareNodes partition. */
            partition: number;

            /** CompareNodes ownersHash. */
            ownersHash: number;

            /** CompareNodes depth. */
            depth: number;

            /** CompareNodes nodes. */
            nodes: number[];

            /** CompareNodes sums. */
            sums: number[];

            /**
             * Creates a new CompareNodes instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CompareNodes instance
             */
            static create(properties: starling.v1.CompareNodes.$Shape): starling.v1.CompareNodes & starling.v1.CompareNodes.$Shape;
            static create(properties?: starling.v1.CompareNodes.$Properties): starling.v1.CompareNodes;

            /**
             * Encodes the specified CompareNodes message. Does not implicitly {@link starling.v1.CompareNodes.verify|verify} messages.
             * @param message CompareNodes message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.CompareNodes.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CompareNodes message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.CompareNodes & starling.v1.CompareNodes.$Shape} CompareNodes
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.CompareNodes & starling.v1.CompareNodes.$Shape;
        }

        namespace CompareNodes {

            /** Properties of a CompareNodes. */
            interface $Properties {

                /** CompareNodes partition */
                partition?: (number|null);

                /** CompareNodes ownersHash */
                ownersHash?: (number|null);

                /** CompareNodes depth */
                depth?: (number|null);

                /** CompareNodes nodes */
                nodes?: (number[]|null);

                /** CompareNodes sums */
                sums?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CompareNodes. */
            type $Shape = starling.v1.CompareNodes.$Properties;
        }

        /**
         * Properties of a CompareLeaves.
         * @deprecated Use starling.v1.CompareLeaves.$Properties instead.
         */
        interface ICompareLeaves extends starling.v1.CompareLeaves.$Properties {
        }

        /** Represents a CompareLeaves. */
        class CompareLeaves {

            /**
             * Constructs a new CompareLeaves.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.CompareLeaves.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CompareLeaves partition. */
            partition: number;

            /** CompareLeaves ownersHash. */
            ownersHash: number;

            /** CompareLeaves leaves. */
            leaves: number[];

            /** CompareLeaves versions. */
            versions: Uint8Array;

            /** CompareLeaves floorS. */
            floorS: number;

            /**
             * Creates a new CompareLeaves instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CompareLeaves instance
             */
            static create(properties: starling.v1.CompareLeaves.$Shape): starling.v1.CompareLeaves & starling.v1.CompareLeaves.$Shape;
            static create(properties?: starling.v1.CompareLeaves.$Properties): starling.v1.CompareLeaves;

            /**
             * Encodes the specified CompareLeaves message. Does not implicitly {@link starling.v1.CompareLeaves.verify|verify} messages.
             * @param message CompareLeaves message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.CompareLeaves.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CompareLeaves message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.CompareLeaves & starling.v1.CompareLeaves.$Shape} CompareLeaves
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.CompareLeaves & starling.v1.CompareLeaves.$Shape;
        }

        namespace CompareLeaves {

            /** Properties of a CompareLeaves. */
            interface $Properties {

                /** CompareLeaves partition */
                partition?: (number|null);

                /** CompareLeaves ownersHash */
                ownersHash?: (number|null);

                /** CompareLeaves leaves */
                leaves?: (number[]|null);

                /** CompareLeaves versions */
                versions?: (Uint8Array|null);

                /** CompareLeaves floorS */
                floorS?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CompareLeaves. */
            type $Shape = starling.v1.CompareLeaves.$Properties;
        }

        /**
         * Properties of a TakeRecords.
         * @deprecated Use starling.v1.TakeRecords.$Properties instead.
         */
        interface ITakeRecords extends starling.v1.TakeRecords.$Properties {
        }

        /** Represents a TakeRecords. */
        class TakeRecords {

            /**
             * Constructs a new TakeRecords.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.TakeRecords.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TakeRecords partition. */
            partition: number;

            /** TakeRecords ownersHash. */
            ownersHash: number;

            /** TakeRecords records. */
            records: starling.v1.Record.$Properties[];

            /**
             * Creates a new TakeRecords instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TakeRecords instance
             */
            static create(properties: starling.v1.TakeRecords.$Shape): starling.v1.TakeRecords & starling.v1.TakeRecords.$Shape;
            static create(properties?: starling.v1.TakeRecords.$Properties): starling.v1.TakeRecords;

            /**
             * Encodes the specified TakeRecords message. Does not implicitly {@link starling.v1.TakeRecords.verify|verify} messages.
             * @param message TakeRecords message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.TakeRecords.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TakeRecords message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.TakeRecords & starling.v1.TakeRecords.$Shape} TakeRecords
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.TakeRecords & starling.v1.TakeRecords.$Shape;
        }

        namespace TakeRecords {

            /** Properties of a TakeRecords. */
            interface $Properties {

                /** TakeRecords partition */
                partition?: (number|null);

                /** TakeRecords ownersHash */
                ownersHash?: (number|null);

                /** TakeRecords records */
                records?: (starling.v1.Record.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TakeRecords. */
            type $Shape = starling.v1.TakeRecords.$Properties;
        }

        /**
         * Properties of a SyncResponse.
         * @deprecated Use starling.v1.SyncResponse.$Properties instead.
         */
        interface ISyncResponse extends starling.v1.SyncResponse.$Properties {
        }

        /** Represents a SyncResponse. */
        class SyncResponse {

            /**
             * Constructs a new SyncResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.SyncResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SyncResponse id. */
            id: number;

            /** SyncResponse rootsCompared. */
            rootsCompared?: (starling.v1.RootsCompared.$Properties|null);

            /** SyncResponse nodesCompared. */
            nodesCompared?: (starling.v1.NodesCompared.$Properties|null);

            /** SyncResponse leavesCompared. */
            leavesCompared?: (starling.v1.LeavesCompared.$Properties|null);

            /** SyncResponse recordsTaken. */
            recordsTaken?: (starling.v1.RecordsTaken.$Properties|null);

            /** SyncResponse error. */
            error?: (starling.v1.Error.$Properties|null);

            /** SyncResponse result. */
            result?: ("rootsCompared"|"nodesCompared"|"leavesCompared"|"recordsTaken"|"error");

            /**
             * Creates a new SyncResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SyncResponse instance
             */
            static create(properties: starling.v1.SyncResponse.$Shape): starling.v1.SyncResponse & starling.v1.SyncResponse.$Shape;
            static create(properties?: starling.v1.SyncResponse.$Properties): starling.v1.SyncResponse;

            /**
             * Encodes the specified SyncResponse message. Does not implicitly {@link starling.v1.SyncResponse.verify|verify} messages.
             * @param message SyncResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.SyncResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SyncResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.SyncResponse & starling.v1.SyncResponse.$Shape} SyncResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.SyncResponse & starling.v1.SyncResponse.$Shape;
        }

        namespace SyncResponse {

            /** Properties of a SyncResponse. */
            interface $Properties {

                /** SyncResponse id */
                id?: (number|null);

                /** SyncResponse rootsCompared */
                rootsCompared?: (starling.v1.RootsCompared.$Properties|null);

                /** SyncResponse nodesCompared */
                nodesCompared?: (starling.v1.NodesCompared.$Properties|null);

                /** SyncResponse leavesCompared */
                leavesCompared?: (starling.v1.LeavesCompared.$Properties|null);

                /** SyncResponse recordsTaken */
                recordsTaken?: (starling.v1.RecordsTaken.$Properties|null);

                /** SyncResponse error */
                error?: (starling.v1.Error.$Properties|null);

                /** SyncResponse result */
                result?: ("rootsCompared"|"nodesCompared"|"leavesCompared"|"recordsTaken"|"error");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a SyncResponse. */
            type $Shape = {
              id?: number|null;
              rootsCompared?: starling.v1.RootsCompared.$Shape|null;
              nodesCompared?: starling.v1.NodesCompared.$Shape|null;
              leavesCompared?: starling.v1.LeavesCompared.$Shape|null;
              recordsTaken?: starling.v1.RecordsTaken.$Shape|null;
              error?: starling.v1.Error.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ result?: undefined; rootsCompared?: null; nodesCompared?: null; leavesCompared?: null; recordsTaken?: null; error?: null }|{ result?: "rootsCompared"; rootsCompared: starling.v1.RootsCompared.$Shape; nodesCompared?: null; leavesCompared?: null; recordsTaken?: null; error?: null }|{ result?: "nodesCompared"; rootsCompared?: null; nodesCompared: starling.v1.NodesCompared.$Shape; leavesCompared?: null; recordsTaken?: null; error?: null }|{ result?: "leavesCompared"; rootsCompared?: null; nodesCompared?: null; leavesCompared: starling.v1.LeavesCompared.$Shape; recordsTaken?: null; error?: null }|{ result?: "recordsTaken"; rootsCompared?: null; nodesCompared?: null; leavesCompared?: null; recordsTaken: starling.v1.RecordsTaken.$Shape; error?: null }|{ result?: "error"; rootsCompared?: null; nodesCompared?: null; leavesCompared?: null; recordsTaken?: null; error: starling.v1.Error.$Shape })
            );
        }

        /**
         * Properties of a RootsCompared.
         * @deprecated Use starling.v1.RootsCompared.$Properties instead.
         */
        interface IRootsCompared extends starling.v1.RootsCompared.$Properties {
        }

        /** Represents a RootsCompared. */
        class RootsCompared {

            /**
             * Constructs a new RootsCompared.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.RootsCompared.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RootsCompared differing. */
            differing: number[];

            /** RootsCompared unknown. */
            unknown: number[];

            /** RootsCompared fenceS. */
            fenceS: number;

            /** RootsCompared syncedS. */
            syncedS: number[];

            /**
             * Creates a new RootsCompared instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RootsCompared instance
             */
            static create(properties: starling.v1.RootsCompared.$Shape): starling.v1.RootsCompared & starling.v1.RootsCompared.$Shape;
            static create(properties?: starling.v1.RootsCompared.$Properties): starling.v1.RootsCompared;

            /**
             * Encodes the specified RootsCompared message. Does not implicitly {@link starling.v1.RootsCompared.verify|verify} messages.
             * @param message RootsCompared message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.RootsCompared.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RootsCompared message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.RootsCompared & starling.v1.RootsCompared.$Shape} RootsCompared
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.RootsCompared & starling.v1.RootsCompared.$Shape;
        }

        namespace RootsCompared {

            /** Properties of a RootsCompared. */
            interface $Properties {

                /** RootsCompared differing */
                differing?: (number[]|null);

                /** RootsCompared unknown */
                unknown?: (number[]|null);

                /** RootsCompared fenceS */
                fenceS?: (number|null);

                /** RootsCompared syncedS */
                syncedS?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RootsCompared. */
            type $Shape = starling.v1.RootsCompared.$Properties;
        }

        /**
         * Properties of a NodesCompared.
         * @deprecated Use starling.v1.NodesCompared.$Properties instead.
         */
        interface INodesCompared extends starling.v1.NodesCompared.$Properties {
        }

        /** Represents a NodesCompared. */
        class NodesCompared {

            /**
             * Constructs a new NodesCompared.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.NodesCompared.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodesCompared differing. */
            differing: number[];

            /**
             * Creates a new NodesCompared instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodesCompared instance
             */
            static create(properties: starling.v1.NodesCompared.$Shape): starling.v1.NodesCompared & starling.v1.NodesCompared.$Shape;
            static create(properties?: starling.v1.NodesCompared.$Properties): starling.v1.NodesCompared;

            /**
             * Encodes the specified NodesCompared message. Does not implicitly {@link starling.v1.NodesCompared.verify|verify} messages.
             * @param message NodesCompared message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.NodesCompared.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodesCompared message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.NodesCompared & starling.v1.NodesCompared.$Shape} NodesCompared
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.NodesCompared & starling.v1.NodesCompared.$Shape;
        }

        namespace NodesCompared {

            /** Properties of a NodesCompared. */
            interface $Properties {

                /** NodesCompared differing */
                differing?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodesCompared. */
            type $Shape = starling.v1.NodesCompared.$Properties;
        }

        /**
         * Properties of a LeavesCompared.
         * @deprecated Use starling.v1.LeavesCompared.$Properties instead.
         */
        interface ILeavesCompared extends starling.v1.LeavesCompared.$Properties {
        }

        /** Represents a LeavesCompared. */
        class LeavesCompared {

            /**
             * Constructs a new LeavesCompared.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.LeavesCompared.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LeavesCompared records. */
            records: starling.v1.Record.$Properties[];

            /** LeavesCompared wanted. */
            wanted: Uint8Array;

            /** LeavesCompared more. */
            more: boolean;

            /**
             * Creates a new LeavesCompared instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LeavesCompared instance
             */
            static create(properties: starling.v1.LeavesCompared.$Shape): starling.v1.LeavesCompared & starling.v1.LeavesCompared.$Shape;
            static create(properties?: starling.v1.LeavesCompared.$Properties): starling.v1.LeavesCompared;

            /**
             * Encodes the specified LeavesCompared message. Does not implicitly {@link starling.v1.LeavesCompared.verify|verify} messages.
             * @param message LeavesCompared message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.LeavesCompared.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LeavesCompared message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.LeavesCompared & starling.v1.LeavesCompared.$Shape} LeavesCompared
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.LeavesCompared & starling.v1.LeavesCompared.$Shape;
        }

        namespace LeavesCompared {

            /** Properties of a LeavesCompared. */
            interface $Properties {

                /** LeavesCompared records */
                records?: (starling.v1.Record.$Properties[]|null);

                /** LeavesCompared wanted */
                wanted?: (Uint8Array|null);

                /** LeavesCompared more */
                more?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LeavesCompared. */
            type $Shape = starling.v1.LeavesCompared.$Properties;
        }

        /**
         * Properties of a RecordsTaken.
         * @deprecated Use starling.v1.RecordsTaken.$Properties instead.
         */
        interface IRecordsTaken extends starling.v1.RecordsTaken.$Properties {
        }

        /** Represents a RecordsTaken. */
        class RecordsTaken {

            /**
             * Constructs a new RecordsTaken.
             * @param [properties] Properties to set
             */
            constructor(properties?: starling.v1.RecordsTaken.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new RecordsTaken instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RecordsTaken instance
             */
            static create(properties: starling.v1.RecordsTaken.$Shape): starling.v1.RecordsTaken & starling.v1.RecordsTaken.$Shape;
            static create(properties?: starling.v1.RecordsTaken.$Properties): starling.v1.RecordsTaken;

            /**
             * Encodes the specified RecordsTaken message. Does not implicitly {@link starling.v1.RecordsTaken.verify|verify} messages.
             * @param message RecordsTaken message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: starling.v1.RecordsTaken.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RecordsTaken message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {starling.v1.RecordsTaken & starling.v1.RecordsTaken.$Shape} RecordsTaken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): starling.v1.RecordsTaken & starling.v1.RecordsTaken.$Shape;
        }

        namespace RecordsTaken {

            /** Properties of a RecordsTaken. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RecordsTaken. */
            type $Shape = starling.v1.RecordsTaken.$Properties;
        }
    }
}
