"""Everything that can go wrong and be told to a person, with what to do about it.

A module a concept; all are imported from here.

RecruitingError
├── ReadingError            a file could not be read; it is never scored
│   ├── EmptyFile           nothing in it
│   ├── EncryptedFile       asks for a password
│   ├── CorruptFile         not what it claims to be inside
│   ├── OversizedFile       larger than the limit
│   │   ├── UnpacksOversized    what it unpacks to is larger than the limit
│   │   └── TooManyFiles        holds more files than are read at once
│   ├── UnsafeName          a packed file whose path leads out of its folder
│   ├── UnsupportedFile     a kind that is not read
│   │   ├── PackedFile          packed in a way that is not opened
│   │   └── OfficeNeeded        a kind that is read through LibreOffice, which is not there
│   ├── NoTextFound         pages on which no reader, recognition included, finds text
│   ├── ReadingTimedOut     took longer than the limit
│   └── ReadingCrashed      the reader's process died or ran out of memory
├── ReadingStopped          the program ended while a file was being read, which is no fault of the file
├── PostingError
│   ├── NoRequirements      nothing in the posting can be checked
│   ├── NoPostings          the best posting is looked for in an empty library
│   ├── PostingNotFound     no posting of that name
│   ├── PostingAmbiguous    several postings of that name
│   ├── PostingKnown        an edit that would make a posting the same as another
│   ├── RequirementNotFound no requirement of that number
│   └── TableUnusable       a table of postings without the columns that are needed
├── DocumentError
│   ├── DocumentNotFound    no document of that name in the library
│   └── DocumentAmbiguous   several documents of that name
├── BatchError
│   ├── BatchNotFound       no batch of that name
│   ├── NothingToScreen     a batch of no files
│   ├── NothingAssessedYet  a shortlist is asked for while nobody is on it
│   ├── WeighingUnclear     words that name no requirement, or no change of one
│   ├── NotOnePosting       weights are to be changed where every candidate has a posting of their own
│   ├── NotComparable       fewer than two or more than five candidates are to be compared
│   ├── ExportUnknown       a file's ending names none of the formats a batch is written in
│   ├── TraitProtected      a question for age, gender or the like, which decide about nobody
│   └── ScreeningElsewhere  another process screens in the same folder
├── FleetError              a fleet run cannot be done
│   ├── FleetUnavailable    Ray is not installed
│   ├── FleetUnreachable    no Ray cluster answers at the address
│   ├── FleetStopped        a run ended before its last file
│   ├── NotScreened         a file that no worker finished
│   ├── KeysInAddress       access keys in the address of a bucket
│   ├── PlaceUnusable       a folder or bucket that cannot be listed, read or written
│   ├── FleetOutdated       results that another version of the reader read
│   ├── OtherFleetRun       the place for results holds those of another job
│   └── NoFleetResults      nothing to be imported
├── ResumeNotFound          no file or record of that name
├── SeveralResumes          a ZIP or e-mail of several files where one resume is wanted
├── NoResumeYet             a question before any resume
├── EmptyPool               candidates are looked for where no resume was ever read
├── NothingToFind           nothing says which candidates are looked for
├── ConditionUnknown        a condition of a kind that is known, with a value that is not
├── ModelError
│   ├── ModelUnavailable    the language model's address does not answer
│   ├── ModelAnswerInvalid  it answered, but not in the agreed form
│   └── ContextTooSmall     no resume fits into what it can read at once
├── EmbeddingError          the embedding model cannot be loaded or asked
├── RerankerError           the second stage of matching cannot be asked; nothing was re-ordered
├── CalibrationError        a line between strong and weak matches could not be drawn
│   ├── NotPairs            a file in which no labelled pairs are found
│   ├── TooFewPairs         fewer labelled pairs than a line can be drawn from
│   ├── OneLabelOnly        all pairs bear the same label
│   └── PrecisionUnreachable    no line gives the precision that was asked for
├── StorageError            the records or files could not be kept or fetched
│   ├── StorageFull         no space left
│   ├── StorageUnavailable  the database or folder does not open, does not answer, or is busy for too long
│   ├── StorageDamaged      what was kept is not what was found
│   └── StorageNewer        the database was made by a newer version of this program
├── ServingError            the models cannot be served on this machine
│   ├── WeightsMissing      no usable checkpoint at the place
│   ├── HubUnreachable      the hub that should bring the weights does not answer
│   ├── TooLittleMemory     less memory than the models need
│   ├── GpuNeeded           a precision that only a GPU serves, and there is none
│   ├── EngineMissing       vLLM is not installed
│   ├── PortTaken           another program answers at the port
│   └── ServerEnded         a model server ended or did not start
└── SettingsError           a setting that cannot work
"""

from records.errors.base import RecruitingError
from records.errors.batches import (
    BatchError,
    BatchNotFound,
    ExportUnknown,
    NotComparable,
    NothingAssessedYet,
    NothingToScreen,
    NotOnePosting,
    ScreeningElsewhere,
    TraitProtected,
    WeighingUnclear,
)
from records.errors.calibration import (
    CalibrationError,
    NotPairs,
    OneLabelOnly,
    PrecisionUnreachable,
    TooFewPairs,
)
from records.errors.finding import ConditionUnknown, NothingToFind
from records.errors.fleet import (
    FleetError,
    FleetOutdated,
    FleetStopped,
    FleetUnavailable,
    FleetUnreachable,
    KeysInAddress,
    NoFleetResults,
    NotScreened,
    OtherFleetRun,
    PlaceUnusable,
)
from records.errors.library import DocumentAmbiguous, DocumentError, DocumentNotFound
from records.errors.models import (
    ContextTooSmall,
    EmbeddingError,
    ModelAnswerInvalid,
    ModelError,
    ModelUnavailable,
    RerankerError,
)
from records.errors.postings import (
    NoPostings,
    NoRequirements,
    PostingAmbiguous,
    PostingError,
    PostingKnown,
    PostingNotFound,
    RequirementNotFound,
    TableUnusable,
)
from records.errors.reading import (
    CorruptFile,
    EmptyFile,
    EncryptedFile,
    NoTextFound,
    OfficeNeeded,
    OversizedFile,
    PackedFile,
    ReadingCrashed,
    ReadingError,
    ReadingStopped,
    ReadingTimedOut,
    TooManyFiles,
    UnpacksOversized,
    UnsafeName,
    UnsupportedFile,
)
from records.errors.resumes import (
    EmptyPool,
    NoResumeYet,
    ResumeNotFound,
    SeveralResumes,
)
from records.errors.serving import (
    EngineMissing,
    GpuNeeded,
    HubUnreachable,
    PortTaken,
    ServerEnded,
    ServingError,
    TooLittleMemory,
    WeightsMissing,
)
from records.errors.settings import SettingsError
from records.errors.storage import (
    StorageDamaged,
    StorageError,
    StorageFull,
    StorageNewer,
    StorageUnavailable,
)

__all__ = [
    "BatchError",
    "BatchNotFound",
    "CalibrationError",
    "ConditionUnknown",
    "ContextTooSmall",
    "CorruptFile",
    "DocumentAmbiguous",
    "DocumentError",
    "DocumentNotFound",
    "EmbeddingError",
    "EmptyFile",
    "EmptyPool",
    "EncryptedFile",
    "EngineMissing",
    "ExportUnknown",
    "FleetError",
    "FleetOutdated",
    "FleetStopped",
    "FleetUnavailable",
    "FleetUnreachable",
    "GpuNeeded",
    "HubUnreachable",
    "KeysInAddress",
    "ModelAnswerInvalid",
    "ModelError",
    "ModelUnavailable",
    "NoFleetResults",
    "NoPostings",
    "NoRequirements",
    "NoResumeYet",
    "NoTextFound",
    "NotComparable",
    "NotOnePosting",
    "NotPairs",
    "NotScreened",
    "NothingAssessedYet",
    "NothingToFind",
    "NothingToScreen",
    "OfficeNeeded",
    "OneLabelOnly",
    "OtherFleetRun",
    "OversizedFile",
    "PackedFile",
    "PlaceUnusable",
    "PortTaken",
    "PostingAmbiguous",
    "PostingError",
    "PostingKnown",
    "PostingNotFound",
    "PrecisionUnreachable",
    "ReadingCrashed",
    "ReadingError",
    "ReadingStopped",
    "ReadingTimedOut",
    "RecruitingError",
    "RequirementNotFound",
    "RerankerError",
    "ResumeNotFound",
    "ScreeningElsewhere",
    "ServerEnded",
    "ServingError",
    "SettingsError",
    "SeveralResumes",
    "StorageDamaged",
    "StorageError",
    "StorageFull",
    "StorageNewer",
    "StorageUnavailable",
    "TableUnusable",
    "TooFewPairs",
    "TooLittleMemory",
    "TooManyFiles",
    "TraitProtected",
    "UnpacksOversized",
    "UnsafeName",
    "UnsupportedFile",
    "WeighingUnclear",
    "WeightsMissing",
]
