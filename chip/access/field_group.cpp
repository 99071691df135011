// SPDX-License-Identifier: GPL-3.0-or-later
#include <openssl/core_names.h>
#include <openssl/params.h>

#include "base/digest.hpp"
#include "chip/access/number.hpp"

namespace chip {
namespace {

using base::operator""_code;
namespace ssl = base::openssl;
using number::newNumber;
using number::numberOf;

constexpr int kSmallestPrime = 1024, kLargestPrime = 4096;

base::Fault badElement() { return {"access.bad-point"_code}; }

/// The subgroup that a number generates in the multiplicative group of a prime field.
class FieldGroup final : public KeyGroup {
   public:
    explicit FieldGroup(const FieldParameters& parameters)
        : m_prime(numberOf(parameters.prime)),
          m_generator(numberOf(parameters.generator)),
          m_order(parameters.order ? numberOf(*parameters.order) : nullptr) {}

    [[nodiscard]] KeyAgreement agreement() const override { return KeyAgreement::Dh; }
    [[nodiscard]] base::Bytes generator() const override {
        return number::publicOctets(number::octetsOf(m_generator.get()));
    }
    [[nodiscard]] std::size_t fieldBits() const override {
        return static_cast<std::size_t>(BN_num_bits(m_prime.get()));
    }
    [[nodiscard]] base::Bytes order() const override {
        if (m_order) return number::publicOctets(number::octetsOf(m_order.get()));
        return number::publicOctets(number::octetsOf(lastElement().get()));
    }
    [[nodiscard]] base::Result<base::SecretBytes> multiply(base::BytesView element,
                                                           base::BytesView scalar) const override {
        const auto base = decode(element);
        if (!base) return badElement();
        return power(base.get(), scalar);
    }
    [[nodiscard]] base::Result<base::SecretBytes> add(base::BytesView left, base::BytesView right) const override {
        const auto first = decode(left), second = decode(right);
        if (!first || !second) return badElement();
        const auto context = number::newContext();
        auto product = newNumber();
        ssl::check(BN_mod_mul(product.get(), first.get(), second.get(), m_prime.get(), context.get()), "BN_mod_mul");
        return notOne(product);
    }
    /// x^((p-1)/q), which must not be 1.
    [[nodiscard]] base::Result<base::SecretBytes> elementFrom(base::BytesView octets) const override {
        if (!m_order) return base::Fault{"access.unsupported-protocol"_code, {{"protocol", "integrated mapping"}}};
        const auto context = number::newContext();
        const auto value = number::secretNumberOf(octets), last = lastElement();
        ssl::check(BN_mod(value.get(), value.get(), m_prime.get(), context.get()), "BN_mod");
        auto cofactor = newNumber();
        ssl::check(BN_div(cofactor.get(), nullptr, last.get(), m_order.get(), context.get()), "BN_div");
        if (BN_is_zero(value.get())) return badElement();
        return power(value.get(), number::octetsOf(cofactor.get()).reveal());
    }
    [[nodiscard]] base::SecretBytes secretOf(base::BytesView element) const override {
        return number::octetsOf(numberOf(element).get(), static_cast<std::size_t>(BN_num_bytes(m_prime.get())));
    }
    [[nodiscard]] base::Bytes compress(base::BytesView element) const override {
        return base::digest(base::DigestAlgorithm::Sha1, element);
    }

   private:
    /// p - 1.
    [[nodiscard]] ssl::BigNumber lastElement() const {
        auto last = newNumber();
        ssl::check(BN_sub(last.get(), m_prime.get(), BN_value_one()), "BN_sub");
        return last;
    }
    /// Null unless 1 < y < p - 1 and, where the order is known, y^q = 1 (RFC 2631 2.1.5).
    [[nodiscard]] ssl::BigNumber decode(base::BytesView octets) const {
        if (octets.empty() || octets.size() > static_cast<std::size_t>(kLargestPrime) / 8) return nullptr;
        auto value = numberOf(octets);
        const auto last = lastElement();
        if (BN_is_zero(value.get()) || BN_is_one(value.get()) || BN_cmp(value.get(), last.get()) >= 0) return nullptr;
        if (!m_order) return value;
        const auto context = number::newContext();
        const auto test = newNumber();
        ssl::check(BN_mod_exp(test.get(), value.get(), m_order.get(), m_prime.get(), context.get()), "BN_mod_exp");
        return BN_is_one(test.get()) ? std::move(value) : nullptr;
    }
    [[nodiscard]] base::Result<base::SecretBytes> power(const BIGNUM* base, base::BytesView exponent) const {
        const auto context = number::newContext();
        auto result = newNumber();
        const auto secret = number::secretNumberOf(exponent);
        ssl::check(BN_mod_exp_mont_consttime(result.get(), base, secret.get(), m_prime.get(), context.get(), nullptr),
                   "BN_mod_exp_mont_consttime");
        return notOne(result);
    }
    [[nodiscard]] static base::Result<base::SecretBytes> notOne(const ssl::BigNumber& number) {
        if (BN_is_one(number.get()) || BN_is_zero(number.get())) return badElement();
        return number::octetsOf(number.get());
    }

    ssl::BigNumber m_prime, m_generator, m_order;
};

base::Bytes parameterOf(EVP_PKEY* key, const char* name) {
    BIGNUM* value = nullptr;
    ssl::check(EVP_PKEY_get_bn_param(key, name, &value), name);
    const ssl::BigNumber owned{value};
    return number::publicOctets(number::octetsOf(value));
}

/// OpenSSL's names of RFC 5114's groups, by their numbers in table 12.
constexpr const char* kGroups[] = {"dh_1024_160", "dh_2048_224", "dh_2048_256"};

FieldParameters publishedParameters(const char* group) {
    const ssl::PKeyContext context{
        ssl::check(EVP_PKEY_CTX_new_from_name(nullptr, "DHX", nullptr), "EVP_PKEY_CTX_new_from_name")};
    ssl::check(EVP_PKEY_paramgen_init(context.get()), "EVP_PKEY_paramgen_init");
    std::string name{group};
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, name.data(), name.size()),
        OSSL_PARAM_construct_end()};
    ssl::check(EVP_PKEY_CTX_set_params(context.get(), parameters), group);
    EVP_PKEY* generated = nullptr;
    ssl::check(EVP_PKEY_generate(context.get(), &generated), "EVP_PKEY_generate");
    const ssl::PKey key{generated};
    return {parameterOf(key.get(), OSSL_PKEY_PARAM_FFC_P), parameterOf(key.get(), OSSL_PKEY_PARAM_FFC_G),
            parameterOf(key.get(), OSSL_PKEY_PARAM_FFC_Q)};
}

}  // namespace

base::Result<KeyGroupPtr> fieldGroup(const FieldParameters& parameters) {
    const auto unsupported = [] {
        return base::Fault{"access.unsupported-protocol"_code, {{"protocol", "Diffie-Hellman parameters"}}};
    };
    const auto prime = numberOf(parameters.prime);
    const int bits = BN_num_bits(prime.get());
    if (bits < kSmallestPrime || bits > kLargestPrime || BN_is_odd(prime.get()) == 0) return unsupported();
    if (parameters.order && BN_num_bits(numberOf(*parameters.order).get()) < 2) return unsupported();
    auto group = std::make_shared<FieldGroup>(parameters);
    // A generator of the order told is an element like any other; its first multiple says so.
    if (!group->multiply(parameters.generator, base::Bytes{1})) return unsupported();
    return KeyGroupPtr{std::move(group)};
}

base::Result<KeyGroupPtr> standardisedGroup(unsigned parameterId) {
    if (parameterId >= std::size(kGroups)) return number::curveByParameterId(parameterId);
    return fieldGroup(publishedParameters(kGroups[parameterId]));
}

}  // namespace chip
