// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/der.hpp"
#include "signing/keys/key_store.hpp"

/// Takes a good object apart, so that a test can spoil one thing in it and put it together again.
namespace signing::testing {

/// One DER object: its value where it is primitive, its parts where it is constructed.
struct Node {
    base::tlv::Tag tag = 0;
    base::Bytes value;
    std::vector<Node> parts;

    static Node read(base::BytesView octets);
    [[nodiscard]] base::Bytes encode() const;
    Node& at(std::size_t index) { return parts.at(index); }
    Node& back() { return parts.back(); }
};

/// A certificate (or revocation list) to spoil. The parts of a certificate's body stand where RFC 5280 has them.
class Surgery {
   public:
    explicit Surgery(base::BytesView der) : whole(Node::read(der)) {}

    Node whole;
    Node& body() { return whole.at(0); }
    Node& serial() { return body().at(1); }
    Node& issuer() { return body().at(3); }
    Node& validity() { return body().at(4); }
    Node& subject() { return body().at(5); }
    Node& key() { return body().at(6); }
    Node& extensions() { return body().back().at(0); }

    /// The extension with this identifier; it must be there.
    Node& extension(std::string_view oid);
    void setValue(std::string_view oid, base::BytesView value);
    void setCritical(std::string_view oid, bool critical);
    void drop(std::string_view oid);
    void add(std::string_view oid, base::BytesView value, bool critical = false);
    /// The value of the attribute in a Name; it must be there.
    static Node& attribute(Node& name, std::string_view oid);

    /// Put together, and signed again.
    base::Bytes sealed(const KeyStore& keys, const KeyId& key);
};

}  // namespace signing::testing
