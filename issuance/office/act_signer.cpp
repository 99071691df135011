// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/act_signer.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "issuance/signature/house_authority.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr auto kActSignerLife = std::chrono::days{5 * 365};

/// Keeps other processes from the home's keys as long as it lives.
class HomeLock {
   public:
    explicit HomeLock(const std::filesystem::path& home)
        : m_folder(::open(home.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        if (m_folder < 0 || ::flock(m_folder, LOCK_EX) != 0)
            throw base::Failure{"office.home-damaged"_code, base::NextStep::Stop, home.string()};
    }
    ~HomeLock() { ::close(m_folder); }
    HomeLock(const HomeLock&) = delete;
    HomeLock& operator=(const HomeLock&) = delete;

   private:
    int m_folder;
};

}  // namespace

void makeActSigner(const HomeFiles& files, signing::KeyStore& keys, Institution& institution, base::Timestamp now) {
    const auto authority = base::expected(foundHouseAuthority(keys, institution.organisation, now), "house authority");
    const auto signer = base::expected(enrolSigner(keys, {keys, authority.key, authority.certificate},
                                                   {institution.organisation, "Acts", "", kActSignerLife}, now),
                                       "signer of acts");
    base::writeFileDurably(files.certificate("house-authority"), authority.certificate.der);
    base::writeFileDurably(files.certificate("act-signer"), signer.certificate.der);
    institution.houseAuthorityKey = authority.key.text();
    institution.actSignerKey = signer.key.text();
}

void ensureActSigner(const HomeFiles& files, signing::KeyStore& keys, Institution& institution, base::Timestamp now) {
    if (institution.actSignerKey) return;
    const HomeLock lock{files.home};
    institution = Institution::load(files.home);
    if (institution.actSignerKey) return;
    makeActSigner(files, keys, institution, now);
    institution.save(files.home);
}

}  // namespace issuance
