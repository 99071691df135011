// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "service/verify/page_settings.hpp"

namespace service {

/// The public page (docs/formats/verification-page.md): says by code or by file whether a document is ours and in
/// force. It reads two views of the database and a folder of published certificates, and opens no key store.
class PageServer {
   public:
    /// Listens, and answers in threads of its own until it ends. Throws "service.bad-certificate",
    /// "service.cannot-listen", and what reading the books, the folder of trust and the templates throws.
    PageServer(const PageSettings& settings, const std::filesystem::path& templates);
    ~PageServer();
    PageServer(const PageServer&) = delete;
    PageServer& operator=(const PageServer&) = delete;

    [[nodiscard]] int port() const;
    /// Takes no more connections, and returns when every request that came in has been answered.
    void close();

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Opens all that the page needs and closes it again: throws as PageServer does.
void checkPage(const PageSettings& settings, const std::filesystem::path& templates);

}  // namespace service
