// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/token_objects.hpp"

#include <algorithm>
#include <array>

#include "base/der.hpp"
#include "signing/keys/curve.hpp"
#include "signing/keys/public_key.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::string_view kOurs = "troquel|";
constexpr CK_ULONG kMostObjects = 1024;

CK_BBOOL g_true = CK_TRUE;
CK_BBOOL g_false = CK_FALSE;

/// A row of attributes whose values live as long as the row.
class Template {
   public:
    Template& flag(CK_ATTRIBUTE_TYPE type, bool value) {
        m_attributes.push_back({type, value ? &g_true : &g_false, sizeof(CK_BBOOL)});
        return *this;
    }
    Template& number(CK_ATTRIBUTE_TYPE type, CK_ULONG value) {
        return octets(type, {reinterpret_cast<const std::uint8_t*>(&value), sizeof value});
    }
    Template& octets(CK_ATTRIBUTE_TYPE type, base::BytesView value) {
        m_values.push_back(std::make_unique<base::Bytes>(value.begin(), value.end()));
        m_attributes.push_back({type, m_values.back()->data(), m_values.back()->size()});
        return *this;
    }
    CK_ATTRIBUTE* data() { return m_attributes.data(); }
    [[nodiscard]] CK_ULONG size() const { return m_attributes.size(); }

   private:
    std::vector<std::unique_ptr<base::Bytes>> m_values;
    std::vector<CK_ATTRIBUTE> m_attributes;
};

const char* groupOf(KeyAlgorithm algorithm) {
    switch (algorithm) {
        case KeyAlgorithm::EcdsaP256: return "prime256v1";
        case KeyAlgorithm::EcdsaP384: return "secp384r1";
        case KeyAlgorithm::EcdsaBrainpoolP256r1: return "brainpoolP256r1";
        case KeyAlgorithm::EcdsaBrainpoolP384r1: return "brainpoolP384r1";
        default: return nullptr;
    }
}

CK_ULONG modulusBits(KeyAlgorithm algorithm) {
    return algorithm == KeyAlgorithm::Rsa4096Pss || algorithm == KeyAlgorithm::Rsa4096Pkcs1 ? 4096 : 3072;
}

/// What the token keeps of a key, so that any program shows it: "troquel|purpose|algorithm|created|label".
std::string labelOf(const KeyDescription& description) {
    return std::string{kOurs} + std::string{nameOf(description.purpose)} + "|" +
           std::string{nameOf(description.algorithm)} + "|" + base::formatTimestamp(description.created) + "|" +
           description.label;
}

std::optional<KeyDescription> descriptionIn(const std::string& id, std::string label) {
    if (!label.starts_with(kOurs)) return std::nullopt;
    std::array<std::string, 3> words;
    std::size_t at = kOurs.size();
    for (auto& word : words) {
        const auto end = label.find('|', at);
        if (end == std::string::npos) return std::nullopt;
        word = label.substr(at, end - at);
        at = end + 1;
    }
    const auto purpose = keyPurposeNamed(words[0]);
    const auto algorithm = keyAlgorithmNamed(words[1]);
    const auto created = base::parseTimestamp(words[2]);
    if (!purpose || !algorithm || !created) return std::nullopt;
    return KeyDescription{KeyId{id}, *purpose, *algorithm, label.substr(at), *created};
}

base::Bytes attribute(const TokenConnection::Session& session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) {
    CK_ATTRIBUTE wanted{type, nullptr, 0};
    Pkcs11Module::check(session.functions()->C_GetAttributeValue(session.handle(), object, &wanted, 1),
                        "C_GetAttributeValue");
    base::Bytes value(wanted.ulValueLen);
    wanted.pValue = value.data();
    Pkcs11Module::check(session.functions()->C_GetAttributeValue(session.handle(), object, &wanted, 1),
                        "C_GetAttributeValue");
    value.resize(wanted.ulValueLen);
    return value;
}

std::vector<CK_OBJECT_HANDLE> objectsLike(const TokenConnection::Session& session, Template pattern) {
    std::vector<CK_OBJECT_HANDLE> found(kMostObjects);
    CK_ULONG count = 0;
    Pkcs11Module::check(session.functions()->C_FindObjectsInit(session.handle(), pattern.data(), pattern.size()),
                        "C_FindObjectsInit");
    const auto value = session.functions()->C_FindObjects(session.handle(), found.data(), kMostObjects, &count);
    session.functions()->C_FindObjectsFinal(session.handle());
    Pkcs11Module::check(value, "C_FindObjects");
    found.resize(count);
    return found;
}

/// What every private or secret key of ours is: of the token, behind its PIN, never to be seen outside.
Template guarded(CK_OBJECT_CLASS objectClass, const KeyDescription& description) {
    const auto id = *base::fromHex(description.id.text());
    Template guarding;
    guarding.number(CKA_CLASS, objectClass)
        .flag(CKA_TOKEN, true)
        .flag(CKA_PRIVATE, true)
        .flag(CKA_SENSITIVE, true)
        .flag(CKA_EXTRACTABLE, false)
        .octets(CKA_ID, id)
        .octets(CKA_LABEL, base::bytesOf(labelOf(description)));
    return guarding;
}

void refuseExtractable(const TokenConnection::Session& session, CK_OBJECT_HANDLE key) {
    const base::Bytes yes{CK_TRUE};
    if (attribute(session, key, CKA_ALWAYS_SENSITIVE) == yes && attribute(session, key, CKA_NEVER_EXTRACTABLE) == yes)
        return;
    session.functions()->C_DestroyObject(session.handle(), key);
    throw base::Failure{"signing.token-failed"_code, base::NextStep::Stop, "token", "it would give its keys out"};
}

void makePair(const TokenConnection::Session& session, const KeyDescription& description) {
    const char* group = groupOf(description.algorithm);
    const auto id = *base::fromHex(description.id.text());
    Template open;
    open.number(CKA_CLASS, CKO_PUBLIC_KEY).flag(CKA_TOKEN, true).flag(CKA_VERIFY, true).octets(CKA_ID, id);
    open.octets(CKA_LABEL, base::bytesOf(labelOf(description)));
    if (group != nullptr)
        open.octets(CKA_EC_PARAMS, der::oid(curveNamed(group).oid));
    else
        open.number(CKA_MODULUS_BITS, modulusBits(description.algorithm))
            .octets(CKA_PUBLIC_EXPONENT, base::Bytes{1, 0, 1});
    auto closed = guarded(CKO_PRIVATE_KEY, description);
    closed.flag(CKA_SIGN, true).flag(CKA_DECRYPT, false).flag(CKA_UNWRAP, false);
    CK_MECHANISM mechanism{group != nullptr ? CKM_EC_KEY_PAIR_GEN : CKM_RSA_PKCS_KEY_PAIR_GEN, nullptr, 0};
    CK_OBJECT_HANDLE publicKey = 0, privateKey = 0;
    Pkcs11Module::check(session.functions()->C_GenerateKeyPair(session.handle(), &mechanism, open.data(), open.size(),
                                                               closed.data(), closed.size(), &publicKey, &privateKey),
                        "C_GenerateKeyPair");
    refuseExtractable(session, privateKey);
}

void makeSecret(const TokenConnection::Session& session, const KeyDescription& description) {
    auto closed = guarded(CKO_SECRET_KEY, description);
    closed.number(CKA_VALUE_LEN, 32).flag(CKA_ENCRYPT, true).flag(CKA_DECRYPT, true);
    CK_MECHANISM mechanism{CKM_AES_KEY_GEN, nullptr, 0};
    CK_OBJECT_HANDLE key = 0;
    Pkcs11Module::check(
        session.functions()->C_GenerateKey(session.handle(), &mechanism, closed.data(), closed.size(), &key),
        "C_GenerateKey");
    refuseExtractable(session, key);
}

void readPublicKey(const TokenConnection::Session& session, TokenKey& key) {
    Template pattern;
    pattern.number(CKA_CLASS, CKO_PUBLIC_KEY).octets(CKA_ID, *base::fromHex(key.description.id.text()));
    const auto objects = objectsLike(session, std::move(pattern));
    if (objects.empty()) throw TokenError{"C_FindObjects", CKR_OBJECT_HANDLE_INVALID};
    if (const char* group = groupOf(key.description.algorithm)) {
        const auto wrapped = attribute(session, objects.front(), CKA_EC_POINT);
        const auto octets = base::expected(base::tlv::readFirst(wrapped), "EC point");
        const auto& curve = curveNamed(group);
        key.publicExplicit = encodeEcPublicKey(curve, octets.value, CurveForm::Explicit);
        key.publicNamed = encodeEcPublicKey(curve, octets.value, CurveForm::Named);
        return;
    }
    const auto numbers = der::sequence({der::integer(attribute(session, objects.front(), CKA_MODULUS)),
                                        der::integer(attribute(session, objects.front(), CKA_PUBLIC_EXPONENT))});
    key.publicNamed = key.publicExplicit =
        der::sequence({der::sequence({der::oid("1.2.840.113549.1.1.1"), der::null()}), der::bitString(numbers)});
}

}  // namespace

void makeTokenKey(const TokenConnection::Session& session, const KeyDescription& description) {
    description.algorithm == KeyAlgorithm::Aes256 ? makeSecret(session, description) : makePair(session, description);
}

std::vector<TokenKey> readTokenKeys(const TokenConnection::Session& session) {
    std::vector<TokenKey> keys;
    for (const CK_OBJECT_CLASS objectClass : {CKO_PRIVATE_KEY, CKO_SECRET_KEY}) {
        Template pattern;
        pattern.number(CKA_CLASS, objectClass).flag(CKA_TOKEN, true);
        for (const auto object : objectsLike(session, std::move(pattern))) {
            auto description = descriptionIn(base::toHex(attribute(session, object, CKA_ID)),
                                             base::textOf(attribute(session, object, CKA_LABEL)));
            if (!description) continue;
            TokenKey key{std::move(*description), object, {}, {}};
            if (objectClass == CKO_PRIVATE_KEY) readPublicKey(session, key);
            keys.push_back(std::move(key));
        }
    }
    return keys;
}

void destroyTokenKey(const TokenConnection::Session& session, const KeyId& id) {
    for (const CK_OBJECT_CLASS objectClass : {CKO_PRIVATE_KEY, CKO_SECRET_KEY, CKO_PUBLIC_KEY}) {
        Template pattern;
        pattern.number(CKA_CLASS, objectClass).octets(CKA_ID, *base::fromHex(id.text()));
        for (const auto object : objectsLike(session, std::move(pattern)))
            Pkcs11Module::check(session.functions()->C_DestroyObject(session.handle(), object), "C_DestroyObject");
    }
}

}  // namespace signing
