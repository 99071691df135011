// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/failure.hpp"
#include "base/log.hpp"
#include "issuance/keys/ceremonies.hpp"

namespace issuance {

/// A key that was just made; it is destroyed again unless its certificate enters the book.
class Ceremonies::FreshKey {
   public:
    FreshKey(signing::KeyStore& keys, signing::KeyId id) : m_keys(keys), m_id(std::move(id)) {}
    ~FreshKey() {
        if (m_kept) return;
        try {
            m_keys.destroy(m_id);
        } catch (const base::Failure& failure) {
            base::log::warning("a key that was not certified stays in the store: " + std::string{failure.what()});
        }
    }
    FreshKey(const FreshKey&) = delete;
    FreshKey& operator=(const FreshKey&) = delete;

    [[nodiscard]] const signing::KeyId& id() const { return m_id; }
    const signing::KeyId& keep() {
        m_kept = true;
        return m_id;
    }

   private:
    signing::KeyStore& m_keys;
    signing::KeyId m_id;
    bool m_kept = false;
};

}  // namespace issuance
