// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/pkcs11_module.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

namespace signing {
using namespace base::literals;
namespace {

constexpr std::array<CK_RV, 10> kLost{CKR_SESSION_HANDLE_INVALID,  CKR_SESSION_CLOSED,        CKR_DEVICE_REMOVED,
                                      CKR_TOKEN_NOT_PRESENT,       CKR_TOKEN_NOT_RECOGNIZED,  CKR_USER_NOT_LOGGED_IN,
                                      CKR_KEY_HANDLE_INVALID,      CKR_OBJECT_HANDLE_INVALID, CKR_DEVICE_ERROR,
                                      CKR_CRYPTOKI_NOT_INITIALIZED};

std::string labelOf(const CK_TOKEN_INFO& info) {
    std::string label;
    for (const auto letter : info.label) label += static_cast<char>(letter);
    label.erase(label.find_last_not_of(" \0") + 1);
    return label;
}

CK_FUNCTION_LIST* functionsOf(const std::filesystem::path& path) {
    void* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return nullptr;
    void* symbol = ::dlsym(library, "C_GetFunctionList");
    CK_FUNCTION_LIST* functions = nullptr;
    const auto getFunctions = reinterpret_cast<CK_C_GetFunctionList>(symbol);
    return getFunctions != nullptr && getFunctions(&functions) == CKR_OK ? functions : nullptr;
}

}  // namespace

bool TokenError::lostConnection() const { return std::find(kLost.begin(), kLost.end(), value) != kLost.end(); }

base::Failure TokenError::asFailure(const std::string& token) const {
    const auto detail = fmt::format("{} 0x{:x}", call, value);
    if (lostConnection()) return {"signing.token-missing"_code, base::NextStep::Retry, token, detail};
    return {"signing.token-failed"_code, base::NextStep::CallSupervisor, token, detail};
}

std::shared_ptr<Pkcs11Module> Pkcs11Module::load(const std::filesystem::path& path) {
    static std::mutex guard;
    static std::map<std::filesystem::path, std::shared_ptr<Pkcs11Module>> loaded;
    const std::lock_guard lock{guard};
    auto& module = loaded[path];
    if (!module) {
        auto* functions = functionsOf(path);
        if (functions == nullptr)
            throw base::Failure{"signing.module-unusable"_code, base::NextStep::CallSupervisor, path.string()};
        module.reset(new Pkcs11Module{functions});
    }
    return module;
}

void Pkcs11Module::initialise() const {
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    const auto value = m_functions->C_Initialize(&arguments);
    if (value != CKR_CRYPTOKI_ALREADY_INITIALIZED) check(value, "C_Initialize");
}

std::vector<CK_SLOT_ID> Pkcs11Module::slotsOf(const std::string& label) const {
    CK_ULONG count = 0;
    check(m_functions->C_GetSlotList(CK_TRUE, nullptr, &count), "C_GetSlotList");
    std::vector<CK_SLOT_ID> slots(count);
    check(m_functions->C_GetSlotList(CK_TRUE, slots.data(), &count), "C_GetSlotList");
    slots.resize(count);
    const auto isOther = [&](CK_SLOT_ID slot) {
        CK_TOKEN_INFO info{};
        return m_functions->C_GetTokenInfo(slot, &info) != CKR_OK || labelOf(info) != label;
    };
    slots.erase(std::remove_if(slots.begin(), slots.end(), isOther), slots.end());
    return slots;
}

}  // namespace signing
