"""Standard DICOM attributes that free text or days about a patient are found in (PS3.6)."""

TEXTS = (
    "PatientName", "PatientID", "OtherPatientIDs", "OtherPatientNames", "PatientBirthName", "PatientMotherBirthName", "PatientAddress",
    "PatientTelephoneNumbers", "IssuerOfPatientID", "MilitaryRank", "BranchOfService", "RegionOfResidence", "EthnicGroup", "Occupation",
    "AdditionalPatientHistory", "PatientComments", "PatientReligiousPreference",
    "ReferringPhysicianName", "ReferringPhysicianAddress", "ReferringPhysicianTelephoneNumbers", "PerformingPhysicianName",
    "NameOfPhysiciansReadingStudy", "OperatorsName", "PhysiciansOfRecord", "RequestingPhysician", "RequestingService", "AccessionNumber",
    "StudyID", "InstitutionName", "InstitutionAddress", "InstitutionalDepartmentName", "StationName", "DeviceSerialNumber", "DetectorID",
    "ProtocolName", "StudyComments", "ImageComments", "AcquisitionComments", "RequestedProcedureDescription", "RequestedProcedureID",
    "PerformedProcedureStepID", "PerformedProcedureStepDescription", "ScheduledProcedureStepID", "AdmissionID", "CurrentPatientLocation",
    "PatientInstitutionResidence", "VisitComments", "PlateID", "CassetteID", "GantryID", "DerivationDescription", "ContrastBolusAgent",
    "FillerOrderNumberImagingServiceRequest", "PlacerOrderNumberImagingServiceRequest", "ResponsiblePerson", "ResponsibleOrganization",
    "InterpretationText", "InterpretationAuthor", "ResultsComments", "DistributionName", "TextComments", "AdmittingDiagnosesDescription",
    "ReasonForStudy", "OrderEnteredBy", "OrderCallbackPhoneNumber", "ClinicalTrialSubjectID", "ClinicalTrialSiteName", "ContentCreatorName",
    "PersonAddress", "UniqueDeviceIdentifier", "RetrieveAETitle", "StudyIDIssuer", "MaterialNotes",
    "ScheduledStationAETitle", "PerformedStationName", "PerformedLocation", "Allergies", "MedicalAlerts", "SpecialNeeds",
)  # fmt: skip
DATES = ("PatientBirthDate", "StudyDate", "SeriesDate", "AcquisitionDate", "ContentDate", "AdmittingDate", "LastMenstrualDate",
         "DateOfLastCalibration", "PerformedProcedureStepStartDate", "ScheduledProcedureStepStartDate", "InstanceCreationDate")  # fmt: skip
