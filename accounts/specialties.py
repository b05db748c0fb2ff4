"""The specialties a channel, a case and a person can have."""

SPECIALTIES: dict[str, str] = {
    "cardiology": "Cardiology",
    "dermatology": "Dermatology",
    "emergency-medicine": "Emergency medicine",
    "infectious-diseases": "Infectious diseases",
    "internal-medicine": "Internal medicine",
    "neurology": "Neurology",
    "ophthalmology": "Ophthalmology",
    "paediatrics": "Paediatrics",
    "pathology": "Pathology",
    "pulmonology": "Pulmonology",
    "radiology": "Radiology",
    "surgery": "Surgery",
}
CHOICES = list(SPECIALTIES.items())
