// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workstation_home.hpp"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <array>
#include <chrono>
#include <vector>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/openssl.hpp"
#include "service/peer.hpp"

namespace service {
namespace {

using namespace base::literals;
namespace openssl = base::openssl;
using Stream = std::unique_ptr<BIO, openssl::FreeWith<BIO_free>>;
using Request = std::unique_ptr<X509_REQ, openssl::FreeWith<X509_REQ_free>>;

constexpr std::size_t kLargestFile = std::size_t{256} * 1024;

Stream streamOver(base::BytesView octets) {
    return Stream{openssl::check(BIO_new_mem_buf(octets.data(), static_cast<int>(octets.size())), "BIO_new_mem_buf")};
}

std::string textIn(BIO* stream) {
    char* octets = nullptr;
    const auto count = BIO_get_mem_data(stream, &octets);
    return {octets, static_cast<std::size_t>(count)};
}

base::SecretBytes pemOf(EVP_PKEY* key) {
    // In secure memory, so that it is wiped when it is freed.
    const Stream stream{openssl::check(BIO_new(BIO_s_secmem()), "BIO_new")};
    openssl::check(PEM_write_bio_PKCS8PrivateKey(stream.get(), key, nullptr, nullptr, 0, nullptr, nullptr),
                   "PEM_write_bio_PKCS8PrivateKey");
    char* octets = nullptr;
    const auto count = BIO_get_mem_data(stream.get(), &octets);
    return base::SecretBytes::copyOf(std::string_view{octets, static_cast<std::size_t>(count)});
}

/// The private key in a file; nothing where there is no such file, or no key in it.
openssl::PKey keyIn(const std::filesystem::path& file) {
    auto octets = base::readFile(file, kLargestFile);
    if (!octets) return nullptr;
    const base::SecretBytes content{std::move(octets).value()};
    openssl::PKey key{PEM_read_bio_PrivateKey(streamOver(content.reveal()).get(), nullptr, nullptr, nullptr)};
    openssl::forgetErrors();
    return key;
}

/// Every certificate of a PEM text, in its order.
std::vector<openssl::Certificate> certificatesIn(base::BytesView pem) {
    const auto stream = streamOver(pem);
    std::vector<openssl::Certificate> found;
    while (openssl::Certificate certificate{PEM_read_bio_X509(stream.get(), nullptr, nullptr, nullptr)})
        found.push_back(std::move(certificate));
    openssl::forgetErrors();
    return found;
}

/// Those in a file that holds a private key too; none where there is no such file.
std::vector<openssl::Certificate> certificatesBesideKey(const std::filesystem::path& file) {
    auto octets = base::readFile(file, kLargestFile);
    if (!octets) return {};
    const base::SecretBytes content{std::move(octets).value()};
    return certificatesIn(content.reveal());
}

std::string sha256Of(const X509* certificate) {
    std::array<std::uint8_t, 32> digest{};
    unsigned size = digest.size();
    openssl::check(X509_digest(certificate, EVP_sha256(), digest.data(), &size), "X509_digest");
    return base::toHex(digest);
}

/// SHA-256 of the SubjectPublicKeyInfo.
std::string fingerprintOf(EVP_PKEY* key) {
    std::uint8_t* encoded = nullptr;
    const int size = i2d_PUBKEY(key, &encoded);
    if (size <= 0) openssl::throwFailure("i2d_PUBKEY");
    const auto digest = base::sha256({encoded, static_cast<std::size_t>(size)});
    OPENSSL_free(encoded);
    return base::toHex(digest);
}

base::Timestamp endOf(const X509* certificate) {
    std::tm time{};
    openssl::check(ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &time), "ASN1_TIME_to_tm");
    return std::chrono::time_point_cast<base::Timestamp::duration>(
        std::chrono::system_clock::from_time_t(::timegm(&time)));
}

std::string commonNameOf(const X509* certificate) {
    std::array<char, 65> name{};
    const int size = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name.data(),
                                               static_cast<int>(name.size()));
    return size > 0 ? std::string{name.data(), static_cast<std::size_t>(size)} : std::string{};
}

/// The first certificate is a workstation's, and one of the others signed it: the pass, or nothing.
std::optional<WorkstationPass> passIn(const std::vector<openssl::Certificate>& certificates) {
    if (certificates.size() < 2 || X509_check_purpose(certificates[0].get(), X509_PURPOSE_SSL_CLIENT, 0) != 1)
        return std::nullopt;
    for (auto root = certificates.begin() + 1; root != certificates.end(); ++root) {
        const bool signedIt = X509_verify(certificates[0].get(), X509_get0_pubkey(root->get())) == 1;
        openssl::forgetErrors();
        if (signedIt)
            return WorkstationPass{commonNameOf(certificates[0].get()), endOf(certificates[0].get()),
                                   sha256Of(root->get())};
    }
    return std::nullopt;
}

std::string pemOf(X509* certificate) {
    const Stream stream{openssl::check(BIO_new(BIO_s_mem()), "BIO_new")};
    openssl::check(PEM_write_bio_X509(stream.get(), certificate), "PEM_write_bio_X509");
    return textIn(stream.get());
}

Request signedRequest(EVP_PKEY* key, const std::string& workstation) {
    Request request{openssl::check(X509_REQ_new(), "X509_REQ_new")};
    openssl::check(X509_REQ_set_version(request.get(), X509_REQ_VERSION_1), "X509_REQ_set_version");
    const auto* name = reinterpret_cast<const unsigned char*>(workstation.data());
    openssl::check(X509_NAME_add_entry_by_NID(X509_REQ_get_subject_name(request.get()), NID_commonName, MBSTRING_UTF8,
                                              name, static_cast<int>(workstation.size()), -1, 0),
                   "X509_NAME_add_entry_by_NID");
    openssl::check(X509_REQ_set_pubkey(request.get(), key), "X509_REQ_set_pubkey");
    if (X509_REQ_sign(request.get(), key, EVP_sha256()) <= 0) openssl::throwFailure("X509_REQ_sign");
    return request;
}

}  // namespace

base::Result<WorkstationRequest> WorkstationHome::request(const std::string& workstation) const {
    if (!isWorkstationId(workstation)) return base::Fault{"people.bad-id"_code, {{"id", workstation}}, {}};
    auto key = keyIn(waitingKey());
    if (!key) {
        key.reset(openssl::check(EVP_EC_gen("P-256"), "EVP_EC_gen"));
        if (std::filesystem::create_directories(m_folder))
            std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all);
        base::writeSecretFileDurably(waitingKey(), pemOf(key.get()).reveal());
    }
    const auto request = signedRequest(key.get(), workstation);
    const Stream stream{openssl::check(BIO_new(BIO_s_mem()), "BIO_new")};
    openssl::check(PEM_write_bio_X509_REQ(stream.get(), request.get()), "PEM_write_bio_X509_REQ");
    return WorkstationRequest{workstation, textIn(stream.get()), fingerprintOf(key.get())};
}

base::Result<WorkstationPass> WorkstationHome::install(const std::string& answer) const {
    const auto certificates = certificatesIn(base::bytesOf(answer));
    const auto pass = passIn(certificates);
    if (!pass) return base::Fault{"service.bad-answer"_code};
    auto key = keyIn(waitingKey());
    if (!key) key = keyIn(this->pass());
    if (!key) return base::Fault{"service.no-request"_code};
    const bool fits = X509_check_private_key(certificates[0].get(), key.get()) == 1;
    openssl::forgetErrors();
    if (!fits) return base::Fault{"service.answer-of-another"_code};
    std::string trusted;
    for (auto root = certificates.begin() + 1; root != certificates.end(); ++root) trusted += pemOf(root->get());
    const auto secret = pemOf(key.get());
    base::Bytes both{secret.reveal().begin(), secret.reveal().end()};
    base::append(both, base::bytesOf(pemOf(certificates[0].get())));
    const base::SecretBytes file{std::move(both)};
    base::writeFileDurably(roots(), trusted);
    base::writeSecretFileDurably(this->pass(), file.reveal());
    if (std::filesystem::exists(waitingKey())) base::eraseFileDurably(waitingKey());
    return *pass;
}

std::optional<WorkstationPass> WorkstationHome::present() const {
    auto certificates = certificatesBesideKey(pass());
    const auto trusted = base::readFile(roots(), kLargestFile);
    if (certificates.size() != 1 || !trusted) return std::nullopt;
    for (auto& root : certificatesIn(*trusted)) certificates.push_back(std::move(root));
    return passIn(certificates);
}

std::optional<base::Timestamp> endOfCertificate(const std::filesystem::path& pem) {
    const auto certificates = certificatesBesideKey(pem);
    if (certificates.empty()) return std::nullopt;
    return endOf(certificates.front().get());
}

}  // namespace service
