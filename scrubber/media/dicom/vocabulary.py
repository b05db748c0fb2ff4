"""Values that may stay in a DICOM header. A code is kept when its value is listed, a number when it lies in its range.

Codes are the defined terms of PS3.3 and PS3.16 Annex L; a description stays only when every one of its words is a plain
imaging word. Anything else, however harmless it looks, is left out.
"""

import re

CODES: dict[str, frozenset[str]] = {
    keyword: frozenset(values.split("|"))
    for keyword, values in {
        "Modality": "AR|AU|BDUS|BI|BMD|CR|CT|DG|DX|ECG|ES|GM|IO|IVOCT|IVUS|MG|MR|NM|OAM|OCT|OP|OPT|OT|PT|PX|RF|RG|SC|SM|TG|US|VL|XA|XC",
        "PatientSex": "M|F|O",
        "BodyPartExamined": (
            "ABDOMEN|ABDOMENPELVIS|ANKLE|AORTA|ARM|AXILLA|BACK|BLADDER|BRAIN|BREAST|CALCANEUS|CALF|CAROTID|CEREBELLUM|CHEST|"
            "CHESTABDOMEN|CHESTABDPELVIS|CHEST_ABDOMEN|CLAVICLE|COCCYX|COLON|CORNEA|CORONARYARTERY|CSPINE|CTSPINE|DUODENUM|EAR|"
            "ELBOW|ESOPHAGUS|EXTREMITY|EYE|FACE|FEMUR|FINGER|FOOT|FOREARM|GALLBLADDER|HAND|HEAD|HEADNECK|HEART|HIP|HUMERUS|"
            "ILEUM|ILIUM|JAW|KIDNEY|KNEE|LARYNX|LEG|LIVER|LSPINE|LSSPINE|LUNG|MANDIBLE|MAXILLA|MEDIASTINUM|MOUTH|NECK|"
            "NECKCHEST|NOSE|ORBIT|OVARY|PANCREAS|PAROTID|PATELLA|PELVIS|PENIS|PHARYNX|PROSTATE|RECTUM|RETINA|RIB|SACRUM|SCALP|"
            "SCAPULA|SCROTUM|SELLA|SHOULDER|SIJOINT|SINUS|SKIN|SKULL|SPINE|SPLEEN|SSPINE|STERNUM|STOMACH|TESTIS|THIGH|THORAX|"
            "THUMB|THYMUS|THYROID|TIBIA|TIBIAFIBULA|TLSPINE|TMJ|TOE|TONGUE|TRACHEA|TSPINE|UTERUS|WHOLEBODY|WRIST|ZYGOMA"
        ),
        "Laterality": "R|L|B|U",
        "ImageLaterality": "R|L|B|U",
        "ViewPosition": (
            "AP|PA|LL|RL|RLD|LLD|RLO|LLO|LAT|LATERAL|OBL|OBLIQUE|AXIAL|TAN|CC|MLO|ML|LM|LMO|XCC|XCCL|XCCM|FB|SIO|ISO|CV|AT|RAO|LAO|SWIMMERS|SUNRISE"
        ),
        "PatientPosition": "HFP|HFS|HFDR|HFDL|FFDR|FFDL|FFP|FFS|LFP|LFS|RFP|RFS|AFDR|AFDL|PFDR|PFDL",
        "PhotometricInterpretation": "MONOCHROME1|MONOCHROME2|PALETTE COLOR|RGB|YBR_FULL",
        "RescaleType": "HU|OD|US|MGML|Z_EFF|ED|EDW|HU_MOD|PCT",
        "VOILUTFunction": "LINEAR|LINEAR_EXACT|SIGMOID",
        "PresentationLUTShape": "IDENTITY|INVERSE",
        "MRAcquisitionType": "2D|3D",
        "PixelIntensityRelationship": "LIN|LOG",
        "LossyImageCompression": "00|01",
        "TransducerType": (
            "SECTOR_PHASED|SECTOR_MECH|SECTOR_ANNULAR|LINEAR|CURVED LINEAR|SINGLE_CRYSTAL|SPLIT XTAL CWD|IV_PHASED|IV_ROT XTAL|IV_ROT MIRROR|"
            "ENDOCAV_PA|ENDOCAV_MECH|ENDOCAV_CLA|ENDOCAV_AA|ENDOCAV_LINEAR|VECTOR_PHASED"
        ),
        "ConvolutionKernel": "STANDARD|BONE|BONEPLUS|SOFT|LUNG|DETAIL|EDGE|SMOOTH|SHARP",
    }.items()
}
MULTIPLE_CODES: dict[str, frozenset[str]] = {
    keyword: frozenset(values.split("|"))
    for keyword, values in {
        "ImageType": (
            "ORIGINAL|DERIVED|PRIMARY|SECONDARY|AXIAL|LOCALIZER|MPR|MIP|MINIP|REFORMATTED|PROJECTION IMAGE|OTHER|NONE|SINGLE PLANE|"
            "VOLUME|M|FFE|SE|IR|T1|T2|ADC|DIFFUSION|MIXED|TOMO|GATED|DYNAMIC|STATIC|WHOLE BODY|RECON TOMO"
        ),
        "ScanningSequence": "SE|IR|GR|EP|RM",
        "SequenceVariant": "SK|MTC|SS|TRSS|SP|MP|OSP|NONE",
        "ScanOptions": "PER|RG|CG|PPG|FC|PFF|PFP|SP|FS|HELICAL MODE|AXIAL MODE|SCOUT MODE|HELIX",
        "PatientOrientation": "A|P|L|R|H|F|AR|AL|PR|PL|AH|AF|PH|PF|HL|HR|FL|FR|LH|LF|RH|RF|LA|LP|RA|RP|HA|HP|FA|FP",
    }.items()
}
# keyword -> lowest, highest; all values of the element must lie between them
NUMBERS: dict[str, tuple[float, float]] = {
    "SliceThickness": (0, 500), "KVP": (0, 500), "SpacingBetweenSlices": (-500, 500), "RepetitionTime": (0, 100_000),
    "EchoTime": (0, 10_000), "InversionTime": (0, 20_000), "FlipAngle": (0, 360), "MagneticFieldStrength": (0, 30),
    "EchoNumbers": (0, 200), "EchoTrainLength": (0, 2000), "NumberOfAverages": (0, 200), "ExposureTime": (0, 20_000),
    "XRayTubeCurrent": (0, 5000), "Exposure": (0, 20_000), "GantryDetectorTilt": (-90, 90),
    "PositionerPrimaryAngle": (-180, 180), "PositionerSecondaryAngle": (-180, 180),
    "FrameTime": (0, 100_000), "CineRate": (0, 1000), "RecommendedDisplayFrameRate": (0, 1000),
    "PixelSpacing": (0, 100), "ImagerPixelSpacing": (0, 100), "PixelAspectRatio": (1, 1000),
    "ImagePositionPatient": (-5000, 5000), "ImageOrientationPatient": (-1, 1), "SliceLocation": (-5000, 5000),
    "RescaleSlope": (-100_000, 100_000), "RescaleIntercept": (-100_000, 100_000),
    "WindowCenter": (-70_000, 70_000), "WindowWidth": (0, 140_000),
    "SeriesNumber": (0, 999), "AcquisitionNumber": (0, 999), "InstanceNumber": (0, 9999),
}  # fmt: skip
DESCRIPTIONS = (
    "StudyDescription",
    "SeriesDescription",
    "ProtocolName",
    "Manufacturer",
    "ContrastBolusAgent",
    "ContrastBolusRoute",
)
WORDS = frozenset(
    """
    abdomen abdominal ankle aorta aortic arm arterial artery axilla back bladder bone bowel brain breast bronchial calf cardiac
    carotid cerebral cervical chest clavicle colon coronary cranial cranium elbow extremity eye facial femur fetal finger foot
    forearm gallbladder gastric hand head heart hepatic hip humerus joint kidney kidneys knee leg liver lower lumbar lung lungs
    mandible maxilla mediastinum musculoskeletal neck obstetric orbit orbits ovary pancreas pelvic pelvis pituitary prostate
    pulmonary rectum renal retina rib ribs sacrum scapula scrotum shoulder sinus sinuses skull spinal spine spleen sternum stomach
    temporal testis thigh thoracic thorax thyroid tibia toe trachea upper uterus vascular vein venous vertebral wrist
    angio angiogram angiography angle apical arterioportal axial axials axs breath-hold bolus cine coronal cor contrast cta ctpa
    delayed diffusion doppler dwi echo enhanced enhancement epi excretory expiration fast fat fatsat flair gadolinium gradient
    mm cm ms hu helical high hold iv inspiration inversion isotropic lateral late localiser localizer long low mip mpr mra mrcp mri mr native
    nephrographic noncontrast oblique oral parasternal perfusion phase plain portable portal portovenous post pre projection proton
    radiograph recon reconstruction reformat resolution routine sag sagittal saturated saturation scan scout screening sequence
    series short sequential single soft spgr spin standard static stir study supine survey suppressed suppression swi thick thin
    three-phase tissue tof topogram trace transverse triphasic turbo two ultrasound us view views volume weighted whole window with
    without x-ray xray xr ct cr dx mg nm pet pt ap pa lat lt rt left right bilateral dual energy multi slice series frame image
    body t1 t1w t2 t2w t2* pd pdw adc fse tse se gre ir ffe tfe vibe lava dixon haste space mprage blade b0 gd c+ c- w wo w/ w/o and
    of the in for to mono digital film standing erect decubitus prone ap/pa follow-up baseline intravenous rectal four-chamber
    two-chamber chamber axis endoscopy gastroscopy colonoscopy fundus photography dermoscopy mammogram mammography tomography
    hrct kub ivu mcu fluoroscopy barium swallow meal enema siemens philips ge medical systems toshiba hitachi canon fujifilm agfa
    carestream hologic samsung mindray shimadzu healthcare healthineers general electric konica minolta esaote isovue omnipaque
    ultravist visipaque iohexol iopamidol gadovist dotarem magnevist multihance gadobutrol none other
    """.split()
)
_WORD = re.compile(r"[^\s,;:()_\\]+")
_MEASURE = re.compile(
    r"\d{1,3}([.,]\d{1,2})?(mm|cm|s|ms|t|kv|ml|min|hz|mhz|deg|x\d{1,3})?|\d{1,2}x\d{1,2}|b\d{2,4}", re.IGNORECASE
)
MOST_NUMBERS_IN_DESCRIPTION = 2


def is_plain_description(value: str) -> bool:
    """True when every word is an imaging word or a short measurement, and hardly anything in it is a number."""
    words = _WORD.findall(value)
    numbers = [word for word in words if word.casefold() not in WORDS]
    return (
        0 < len(words) <= 12
        and len(numbers) <= MOST_NUMBERS_IN_DESCRIPTION
        and len(numbers) < len(words)
        and all(_MEASURE.fullmatch(word) for word in numbers)
    )
