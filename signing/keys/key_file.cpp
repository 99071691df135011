// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/key_file.hpp"

#include <argon2.h>

#include "base/der.hpp"
#include "base/failure.hpp"
#include "signing/asn1/cursor.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::uint64_t kHeadVersion = 1, kKeyVersion = 1;
// A tampered head must neither cost the machine its memory nor make guessing cheap for a store that is made anew.
constexpr std::uint64_t kLeastMemoryKib = 8 * 1024, kMostMemoryKib = 1024 * 1024, kMostPasses = 64, kMostLanes = 64;

[[noreturn]] void throwCorrupt(const std::string& where, const std::string& what) {
    throw base::Failure{"signing.key-store-corrupt"_code, base::NextStep::CallSupervisor, where, what};
}

std::string takeText(Cursor& cursor, std::string_view what) {
    return base::textOf(cursor.take(der::kUtf8String, what).value);
}

base::Bytes takeOctets(Cursor& cursor, std::string_view what) {
    const auto value = cursor.take(der::kOctetString, what).value;
    return {value.begin(), value.end()};
}

std::uint32_t takeNumber(Cursor& cursor, std::uint64_t least, std::uint64_t most, std::string_view what) {
    const auto number = der::readSmall(cursor.take(der::kInteger, what).value);
    if (!number || *number < least || *number > most) {
        cursor.trouble().note(what);
        return 0;
    }
    return static_cast<std::uint32_t>(*number);
}

}  // namespace

base::Bytes associatedWith(const StoreHead& head) {
    return der::sequence({der::integer(kHeadVersion), der::utf8String(head.storeId), der::utf8String("argon2id"),
                          der::integer(head.cost.memoryKib), der::integer(head.cost.passes),
                          der::integer(head.cost.lanes), der::octetString(head.salt)});
}

base::Bytes encodeStoreHead(const StoreHead& head) {
    return der::sequence({associatedWith(head), der::octetString(head.sealed)});
}

StoreHead readStoreHead(base::BytesView file, const std::string& where) {
    Trouble trouble;
    Cursor whole{file, trouble};
    auto content = whole.enter(der::kSequence, "head");
    whole.finish("head");
    auto open = content.enter(der::kSequence, "head");
    StoreHead head;
    takeNumber(open, kHeadVersion, kHeadVersion, "version");
    head.storeId = takeText(open, "store id");
    if (takeText(open, "derivation") != "argon2id") trouble.note("derivation");
    head.cost.memoryKib = takeNumber(open, kLeastMemoryKib, kMostMemoryKib, "memory");
    head.cost.passes = takeNumber(open, 1, kMostPasses, "passes");
    head.cost.lanes = takeNumber(open, 1, kMostLanes, "lanes");
    head.salt = takeOctets(open, "salt");
    open.finish("head");
    head.sealed = takeOctets(content, "sealed master key");
    content.finish("head");
    if (trouble.any()) throwCorrupt(where, trouble.what);
    return head;
}

base::SecretBytes passphraseKey(const base::SecretBytes& passphrase, const StoreHead& head) {
    base::SecretBytes key{32};
    const auto octets = passphrase.reveal();
    const int result =
        argon2id_hash_raw(head.cost.passes, head.cost.memoryKib, head.cost.lanes, octets.data(), octets.size(),
                          head.salt.data(), head.salt.size(), key.revealForWriting().data(), key.size());
    if (result != ARGON2_OK)
        throw base::Failure{"signing.derivation-failed"_code, base::NextStep::CallSupervisor, "argon2id",
                            argon2_error_message(result)};
    return key;
}

namespace {

base::Bytes encodeDescription(const KeyDescription& description) {
    return der::sequence({der::integer(kKeyVersion), der::utf8String(description.id.text()),
                          der::utf8String(nameOf(description.purpose)), der::utf8String(nameOf(description.algorithm)),
                          der::utf8String(description.label),
                          der::utf8String(base::formatTimestamp(description.created))});
}

}  // namespace

base::Bytes encodeKeyFile(const KeyFile& file) {
    return der::sequence({encodeDescription(file.description), der::octetString(file.sealed)});
}

base::Bytes associatedWith(const std::string& storeId, const KeyDescription& description) {
    return der::sequence({der::utf8String(storeId), encodeDescription(description)});
}

KeyFile readKeyFile(base::BytesView file, const std::string& where) {
    Trouble trouble;
    Cursor whole{file, trouble};
    auto content = whole.enter(der::kSequence, "key file");
    whole.finish("key file");
    auto open = content.enter(der::kSequence, "description");
    KeyFile read;
    takeNumber(open, kKeyVersion, kKeyVersion, "version");
    read.description.id = KeyId{takeText(open, "key id")};
    const auto purpose = keyPurposeNamed(takeText(open, "purpose"));
    const auto algorithm = keyAlgorithmNamed(takeText(open, "algorithm"));
    read.description.label = takeText(open, "label");
    const auto created = base::parseTimestamp(takeText(open, "created"));
    open.finish("description");
    read.sealed = takeOctets(content, "sealed key");
    content.finish("key file");
    if (trouble.any() || !purpose || !algorithm || !created) throwCorrupt(where, trouble.what);
    read.description.purpose = *purpose;
    read.description.algorithm = *algorithm;
    read.description.created = *created;
    return read;
}

}  // namespace signing
