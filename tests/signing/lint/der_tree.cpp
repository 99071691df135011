// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signing/lint/der_tree.hpp"

#include <algorithm>

#include "base/failure.hpp"

namespace signing::testing {
namespace der = base::der;

Node Node::read(base::BytesView octets) {
    const auto element = base::expected(base::tlv::readFirst(octets), "object of a test");
    Node node{element.tag, {}, {}};
    if (!element.constructed()) {
        node.value.assign(element.value.begin(), element.value.end());
        return node;
    }
    for (auto rest = element.value; !rest.empty();) {
        const auto part = base::expected(base::tlv::readFirst(rest), "object of a test");
        node.parts.push_back(read(part.whole));
        rest = rest.subspan(part.whole.size());
    }
    return node;
}

base::Bytes Node::encode() const {
    base::Bytes content = value;
    for (const auto& part : parts) base::append(content, part.encode());
    return base::tlv::encode(tag, content);
}

Node& Surgery::extension(std::string_view oid) {
    const auto identifier = der::oid(oid);
    auto& all = extensions().parts;
    const auto is = [&](const Node& each) { return each.parts.front().encode() == identifier; };
    return *std::find_if(all.begin(), all.end(), is);
}

void Surgery::setValue(std::string_view oid, base::BytesView value) {
    extension(oid).back().value.assign(value.begin(), value.end());
}

void Surgery::setCritical(std::string_view oid, bool critical) {
    auto& parts = extension(oid).parts;
    if (parts.size() == 3) parts.erase(parts.begin() + 1);
    if (critical) parts.insert(parts.begin() + 1, Node::read(der::boolean(true)));
}

void Surgery::drop(std::string_view oid) {
    const auto identifier = der::oid(oid);
    std::erase_if(extensions().parts, [&](const Node& each) { return each.parts.front().encode() == identifier; });
}

void Surgery::add(std::string_view oid, base::BytesView value, bool critical) {
    extensions().parts.push_back(Node::read(
        der::sequence({der::oid(oid), critical ? der::boolean(true) : base::Bytes{}, der::octetString(value)})));
}

Node& Surgery::attribute(Node& name, std::string_view oid) {
    const auto identifier = der::oid(oid);
    const auto is = [&](const Node& set) { return set.parts.at(0).parts.at(0).encode() == identifier; };
    return std::find_if(name.parts.begin(), name.parts.end(), is)->at(0).at(1);
}

base::Bytes Surgery::sealed(const KeyStore& keys, const KeyId& key) {
    const auto digest = recommendedDigest(keys.describe(key).algorithm);
    whole.at(2) = Node::read(der::bitString(keys.sign(key, digest, body().encode())));
    return whole.encode();
}

}  // namespace signing::testing
