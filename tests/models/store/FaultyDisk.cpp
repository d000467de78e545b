// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultyDisk.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <mutex>
#include <random>
#include <string>

namespace tickmark::store {

namespace {

constexpr sqlite3_int64 kSector = 512;
using Sector = std::array<char, kSector>;

//! What the disk surely has of one file, told as the difference to what the system shows.
struct Unsure
{
    bool exists = true;                     //!< surely
    sqlite3_int64 size = 0;                 //!< surely
    std::map<sqlite3_int64, Sector> before; //!< sectors written since the last sync, as they were then
};

struct Disk
{
    std::mutex mutex;
    sqlite3_vfs *real = nullptr;
    sqlite3_vfs vfs{};
    std::map<std::string, Unsure> files;
    long operations = 0;
    long failAt = std::numeric_limits<long>::max();
    FaultyDisk::Fault fault = FaultyDisk::Fault::PowerCut;
    bool failed = false;
};

Disk &disk()
{
    static Disk instance;
    return instance;
}

//! The real file lies behind this in the same memory.
struct File
{
    sqlite3_file base;
    Unsure *unsure; //!< null: a temporary file

    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real();
}

int failure()
{
    return disk().fault == FaultyDisk::Fault::DiskFull ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

// SQLITE_OK: the operation goes ahead.
int countOperation(bool needsSpace)
{
    Disk &d = disk();
    d.failed = d.failed || ++d.operations >= d.failAt;
    const bool fails = d.failed && (d.fault == FaultyDisk::Fault::PowerCut || needsSpace);
    return fails ? failure() : SQLITE_OK;
}

sqlite3_int64 sizeOf(sqlite3_file *real)
{
    sqlite3_int64 size = 0;
    real->pMethods->xFileSize(real, &size);
    return size;
}

void keepBefore(File &file, sqlite3_int64 begin, sqlite3_int64 end)
{
    for (sqlite3_int64 at = begin / kSector * kSector; at < end; at += kSector) {
        if (file.unsure->before.contains(at))
            continue;
        Sector sector{}; // zeros behind the end
        file.real()->pMethods->xRead(file.real(), sector.data(), int(kSector), at);
        file.unsure->before.emplace(at, sector);
    }
}

int closeFile(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}

int readFile(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
{
    const std::lock_guard guard(disk().mutex);
    if (disk().failed && disk().fault == FaultyDisk::Fault::PowerCut)
        return SQLITE_IOERR_READ;
    return realOf(file)->pMethods->xRead(realOf(file), bytes, count, offset);
}

int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    auto *own = reinterpret_cast<File *>(file);
    if (!own->unsure)
        return realOf(file)->pMethods->xWrite(realOf(file), bytes, count, offset);
    const std::lock_guard guard(disk().mutex);
    if (const int code = countOperation(true); code != SQLITE_OK)
        return code;
    keepBefore(*own, offset, offset + count);
    return realOf(file)->pMethods->xWrite(realOf(file), bytes, count, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    auto *own = reinterpret_cast<File *>(file);
    if (!own->unsure)
        return realOf(file)->pMethods->xTruncate(realOf(file), size);
    const std::lock_guard guard(disk().mutex);
    if (const int code = countOperation(false); code != SQLITE_OK)
        return code;
    keepBefore(*own, size, sizeOf(own->real()));
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int)
{
    auto *own = reinterpret_cast<File *>(file);
    if (!own->unsure)
        return SQLITE_OK;
    const std::lock_guard guard(disk().mutex);
    if (const int code = countOperation(false); code != SQLITE_OK)
        return code;
    *own->unsure = {true, sizeOf(own->real()), {}};
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int checkLock(sqlite3_file *file, int *result)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result);
}

int controlFile(sqlite3_file *file, int operation, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int characteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), region, size, extend, memory);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}

void sharedBarrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int unmapShared(sqlite3_file *file, int remove)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

const sqlite3_io_methods kMethods{
    2,          closeFile,     readFile,    writeFile,   truncateFile, syncFile,        fileSize,
    lockFile,   unlockFile,    checkLock,   controlFile, sectorSize,   characteristics, mapShared,
    lockShared, sharedBarrier, unmapShared, nullptr,     nullptr};

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *own = reinterpret_cast<File *>(file);
    own->base.pMethods = nullptr;
    own->unsure = nullptr;
    Disk &d = disk();
    const std::lock_guard guard(d.mutex);
    const bool existed = name && std::filesystem::exists(name);
    const int code = d.real->xOpen(d.real, name, own->real(), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    if (name && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0) {
        const auto [entry, isNew] = d.files.try_emplace(name);
        if (isNew)
            entry->second = {existed, existed ? sizeOf(own->real()) : 0, {}};
        own->unsure = &entry->second;
    }
    own->base.pMethods = &kMethods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    Disk &d = disk();
    const std::lock_guard guard(d.mutex);
    if (const int code = countOperation(false); code != SQLITE_OK)
        return code;
    // the name goes at once: a log that came back whole would do no harm
    if (const auto entry = d.files.find(name); entry != d.files.end())
        entry->second = {false, 0, {}};
    return d.real->xDelete(d.real, name, syncFolder);
}

void takeBack(const std::string &name, const Unsure &unsure, FaultyDisk::Unsynced how, std::mt19937 &random)
{
    namespace fs = std::filesystem;
    if (!fs::exists(name))
        return;
    const bool allLost = how == FaultyDisk::Unsynced::AllLost;
    if (!unsure.exists && (allLost || random() % 2 == 0)) {
        fs::remove(name);
        return;
    }
    const auto now = sqlite3_int64(fs::file_size(name));
    sqlite3_int64 size = allLost || random() % 2 == 0 ? unsure.size : now;
    std::map<sqlite3_int64, Sector> lost;
    for (const auto &[at, sector] : unsure.before) {
        if (allLost || at >= now || random() % 2 == 0)
            lost.emplace(at, sector);
        else
            size = std::max(size, std::min(at + kSector, now));
    }
    fs::resize_file(name, std::uintmax_t(size));
    std::fstream file(name, std::ios::in | std::ios::out | std::ios::binary);
    for (const auto &[at, sector] : lost) {
        if (at >= size)
            continue;
        file.seekp(at);
        file.write(sector.data(), std::min(kSector, size - at));
    }
}

} // namespace

FaultyDisk::FaultyDisk()
{
    Disk &d = disk();
    d.real = sqlite3_vfs_find(nullptr);
    d.vfs = *d.real;
    d.vfs.zName = "faulty";
    d.vfs.szOsFile = int(sizeof(File)) + d.real->szOsFile;
    d.vfs.xOpen = openFile;
    d.vfs.xDelete = deleteFile;
    d.files.clear();
    repair();
    sqlite3_vfs_register(&d.vfs, 1);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&disk().vfs);
    sqlite3_vfs_register(disk().real, 1);
}

void FaultyDisk::failAt(long operation, Fault fault)
{
    const std::lock_guard guard(disk().mutex);
    disk().operations = 0;
    disk().failAt = operation;
    disk().fault = fault;
    disk().failed = false;
}

void FaultyDisk::repair()
{
    failAt(std::numeric_limits<long>::max(), Fault::PowerCut);
}

long FaultyDisk::operations() const
{
    const std::lock_guard guard(disk().mutex);
    return disk().operations;
}

bool FaultyDisk::hasFailed() const
{
    const std::lock_guard guard(disk().mutex);
    return disk().failed;
}

void FaultyDisk::takeBackUnsynced(Unsynced unsynced, unsigned seed)
{
    std::mt19937 random(seed);
    for (const auto &[name, unsure] : disk().files)
        takeBack(name, unsure, unsynced, random);
}

} // namespace tickmark::store
