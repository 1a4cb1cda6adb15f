"""A Starling client in a page of Python: it knows client.proto, and how to use a socket.

    protoc --proto_path=proto --python_out=build proto/starling/v1/*.proto
    PYTHONPATH=build python3 -c '
    from starling_client import Client
    client = Client("127.0.0.1", 7400)
    client.call(put={"key": "greeting", "value": "hello"})
    print(client.call(get={"key": "greeting"}).read.value)'
"""

import socket

from starling.v1.client_pb2 import ClientRequest, ClientResponse


class Client:
    """One connection. Not for several threads at once."""

    def __init__(self, host, port, timeout_s=10):
        self._socket = socket.create_connection((host, port), timeout_s)
        self._stream = self._socket.makefile("rb")
        self._last_id = 0

    def send(self, **fields):
        """Sends a request, given as the fields of ClientRequest, without waiting; its id is returned."""
        self._last_id += 1
        message = ClientRequest(id=self._last_id, **fields).SerializeToString()
        self._socket.sendall(_varint(len(message)) + message)
        return self._last_id

    def receive(self):
        """The next response, which may be to any of the requests sent; None where the peer has closed."""
        length = shift = 0
        while True:
            byte = self._stream.read(1)
            if not byte:
                return None
            length |= (byte[0] & 0x7F) << shift
            shift += 7
            if byte[0] < 0x80:
                return ClientResponse.FromString(self._stream.read(length))

    def call(self, **fields):
        """Sends one request and waits for its response."""
        request_id = self.send(**fields)
        response = self.receive()
        assert response is not None and response.id == request_id, f"unexpected: {response}"
        return response

    def send_bytes(self, data):
        self._socket.sendall(data)

    def close(self):
        self._stream.close()
        self._socket.close()


def _varint(value):
    encoded = b""
    while value >= 0x80:
        encoded += bytes([value & 0x7F | 0x80])
        value >>= 7
    return encoded + bytes([value])
