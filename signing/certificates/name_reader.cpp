// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/name_reader.hpp"

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"

namespace signing {
namespace der = base::der;
namespace {

/// The attributes of a Name by their identifiers.
std::vector<std::pair<std::string, std::string>> attributesOf(Cursor parts) {
    std::vector<std::pair<std::string, std::string>> attributes;
    while (!parts.atEnd()) {
        auto set = parts.enter(der::kSet, "RelativeDistinguishedName");
        auto pair = set.enter(der::kSequence, "AttributeTypeAndValue");
        const auto oid = oidOf(pair.take(der::kOid, "AttributeType"), parts.trouble());
        attributes.emplace_back(oid, base::textOf(pair.takeAny("AttributeValue").value));
    }
    return attributes;
}

}  // namespace

DistinguishedName readName(base::BytesView name) {
    Trouble trouble;
    Cursor whole{name, trouble};
    DistinguishedName read;
    for (auto& [oid, text] : attributesOf(whole.enter(der::kSequence, "Name"))) {
        if (oid == "2.5.4.6") read.country = text;
        if (oid == "2.5.4.10") read.organisation = text;
        if (oid == "2.5.4.11") read.unit = text;
        if (oid == "2.5.4.3") read.commonName = text;
        if (oid == "2.5.4.5") read.serialNumber = text;
        if (oid == "2.5.4.12") read.title = text;
    }
    return read;
}

Contact readContact(base::BytesView generalNames) {
    Trouble trouble;
    Cursor whole{generalNames, trouble};
    auto names = whole.enter(der::kSequence, "GeneralNames");
    Contact contact;
    while (!names.atEnd()) {
        const auto name = names.takeAny("GeneralName");
        if (name.tag == 0x81) contact.email = base::textOf(name.value);
        if (name.tag == 0x86) contact.uri = base::textOf(name.value);
        if (name.tag != 0xA4) continue;
        auto wrapper = names.inside(name);
        for (auto& [oid, text] : attributesOf(wrapper.enter(der::kSequence, "directoryName")))
            if (oid == "2.5.4.7") contact.mrzCountry = text;
    }
    return contact;
}

}  // namespace signing
