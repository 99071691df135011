// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "base/result.hpp"
#include "base/secret_bytes.hpp"
#include "contract/acts_of_line.hpp"

/// The way by which a face makes an institution to practise in.
namespace issuance {

/// One of the invented people of a training institution.
struct TrainingPerson {
    const char* user;
    const char* name;
    const char* role;
};

inline constexpr TrainingPerson kTrainingAdministrator{"ana", "Ana López Ajú", "administrator"};
inline constexpr const char* kTrainingWorkstation = "linea-1";

/// Those whom the administrator enrols: who it takes for the whole work of the house.
std::span<const TrainingPerson> trainingPeople();

/// One of the files that `training.material` gives. Throws where it lacks.
base::Bytes trainingFile(const contract::FilesGiven& given, std::string_view name);

/// What is being made.
enum class TrainingPart { Keys, People, Blanks, Orders };

/// Founds a training institution in `home`, in which everybody has the same password, with blanks in the vault and
/// sample orders taken; the machines are simulated. Refuses what foundInstitution refuses.
base::Outcome foundTrainingInstitution(const std::filesystem::path& home, const base::SecretBytes& password,
                                       const std::function<void(TrainingPart)>& watch);

}  // namespace issuance
